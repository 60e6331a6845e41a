/** Id of the element of a page that holds its texts in the editor's language, as JSON. */
export const textsElement = 'texts';
