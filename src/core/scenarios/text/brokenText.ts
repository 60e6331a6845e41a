/** Code of the issues of a text that is neither JSON nor YAML: the same as of a file that cannot be read. */
export const brokenText = 'unreadable';
