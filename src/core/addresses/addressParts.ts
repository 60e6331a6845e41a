/** The segments and values of an address or of its path, with what stands between them: joined they are the text again. */
export function addressParts(text: string): readonly string[] {
  const at = text.indexOf('?');
  const [path, query] = at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at)];
  return [...path.split(/(\/)/), ...query.split(/([?&=#])/)].filter((part) => part !== '');
}
