/** Id of the element of a page that holds its texts in the editor's language, as JSON. */
export const textsElement = 'texts';

/** The same of one that holds what the page shows first: the messages that it would be told otherwise. */
export const openingElement = 'opening';
