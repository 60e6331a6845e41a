/** What is dragged out of the tree, as JSON. Pages see that it is dragged, and never what it holds: the editor hands that to texts only. */
export const targetMime = 'application/vnd.esign.target';
