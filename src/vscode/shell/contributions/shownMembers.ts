/** Members of the manifest that people read; what only assistants read stays English. */
const shown = new Set([
  ...['title', 'label', 'displayName', 'description', 'markdownDescription', 'patternErrorMessage'],
  ...['userDescription', 'contents', 'altText'],
]);
const notShown = new Set(['inputSchema', 'body', 'default', 'examples']);

/**
 * The same with each text that people read as `%text%`: in the place of such a one the editor puts what its language
 * says for it, by package.nls.json and package.nls.<language>.json. English texts are their own keys.
 */
export function withKeys(value: unknown, found: (text: string) => void): unknown {
  if (Array.isArray(value)) return value.map((item) => withKeys(item, found));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => {
      if (notShown.has(name)) return [name, member];
      if (typeof member !== 'string' || !(shown.has(name) || isNameOfView(name, value)))
        return [name, withKeys(member, found)];
      const text = textOfKey(member);
      found(text);
      return [name, `%${text}%`];
    }),
  );
}

/** The text that a member of the manifest stands for, whether it was made a key or not. */
export function textOfKey(member: string): string {
  return member.length > 1 && member.startsWith('%') && member.endsWith('%') ? member.slice(1, -1) : member;
}

/** Tools have names as well, by which assistants call them. */
function isNameOfView(name: string, value: object): boolean {
  return name === 'name' && 'contextualTitle' in value;
}
