import { t } from '@vscode/l10n';
import { isOwnReference } from '../../requests/references/reference';
import type { Recogniser } from './recogniser';
import type { PlacedText } from './textPlace';

/** With the mark of a build server in front, `${{ secrets.NAME }}`; before any other name a "$" is an amount's. */
const braces = /(?:\$(?=\{\{\s*(?:secrets|vars|env|inputs|parameters|variables|github)\.))?\{\{([^{}]{0,200})\}\}/g;

/** How other tools write a variable. */
const others = [
  /<%=?\s*[A-Za-z_][\w.]*\s*%>/g,
  /\{%[^{}%]{1,200}%\}/g,
  /\$\{(?:\w{1,40}:|#\w{0,40}#)?[A-Za-z_][\w.-]*(?::-[^{}]{0,200})?\}/g,
  /#\{[A-Za-z_][\w.]*\}/g,
  /%\([A-Za-z_]\w*\)s/g,
  /%[A-Za-z_]\w*%/g,
  /\$\([A-Za-z_][\w.]*\)/g,
  /<<[A-Za-z_][\w ]*>>/g,
  /\$env:[A-Za-z_]\w*/gi,
  /^\$[A-Z_][A-Z0-9_]{2,}$/g,
];

/** Variables of other tools, which nobody would fill in here. */
export const foreignVariables: readonly Recogniser[] = [
  {
    code: 'foreign_variable',
    kinds: ['id', 'email', 'url', 'word', 'prose', 'secret', 'free'],
    titleForAll: () => t('Write variables as {{name}}'),
    find: (text, place) => {
      const found = text.match(braces)?.find((one) => isForeign(one, place));
      if (found === undefined) return undefined;
      const meant = text.replace(braces, (one) => (isForeign(one, place) ? ownSpelling(one) : one));
      return {
        says: t('holds {0}, a variable of another tool: it would be sent as it stands', found),
        severity: 'error',
        ...(meant !== text && { meant }),
      };
    },
  },
  {
    code: 'foreign_variable',
    kinds: ['id', 'email', 'url', 'word'],
    titleForAll: () => t('Write variables as {{name}}'),
    find: (text, { placeholders }) => {
      // Where the API has variables of its own, it may have more spellings for them than one.
      if (placeholders.length > 0) return undefined;
      const found = others.map((pattern) => text.match(pattern)?.[0]).find((one) => one !== undefined);
      if (found === undefined) return undefined;
      const meant = others.reduce((whole, pattern) => whole.replace(pattern, (one) => ownSpelling(one)), text);
      return {
        says: t('holds {0}, which looks like a variable of another tool: here it would be {1}', found, '{{name}}'),
        severity: 'warning',
        ...(meant !== text && { meant }),
      };
    },
  },
];

/** Neither a reference of ours nor a placeholder that the API fills in itself. */
function isForeign(braced: string, { placeholders }: PlacedText): boolean {
  if (isOwnReference(braced)) return false;
  return placeholders !== 'any' && !placeholders.includes(braced.slice(2, -2).trim());
}

/** Where another tool looks a variable up, in front of its name. */
const source =
  /^(?:process\.env\.|_\.|(?:env|localEnv|secrets?|vars|variables|inputs?|parameters|config|vault|github)[.:]|(?:dotenv|processEnv)\b[\s%]*|\w*#)/i;

/** What other tools make when they send, by their names in small letters, and what makes the same here. */
const counterparts: ReadonlyMap<string, string> = new Map(
  Object.entries({
    guid: '$uuid',
    randomuuid: '$uuid',
    uuid: '$uuid',
    randomguid: '$uuid',
    timestamp: '$timestamp',
    datetimeiso8601: '$isoTimestamp',
    datetime: '$isoTimestamp',
    localdatetime: '$isoTimestamp',
    isotimestamp: '$isoTimestamp',
    email: '$randomEmail',
    randomemail: '$randomEmail',
    randomexampleemail: '$randomEmail',
    randominteger: '$randomInt',
    randomint: '$randomInt',
    randomfirstname: '$randomFirstName',
    randomlastname: '$randomLastName',
  }),
);

/** `{{$timestamp}}` and `{{ first name }}` as variables of a connection; the same text where no name is left. */
export function ownSpelling(variable: string): string {
  // A call of a function: what it gives is nothing that has a name.
  if (variable.startsWith('{%')) return variable;
  if (isOwnReference(variable)) return variable;
  const inside = variable.replace(/\)s$/, '').replace(/^\W+|\W+$/g, '');
  const name = (
    inside
      .replace(source, '')
      .replace(/:-.*$/s, '')
      .match(/[\w.-]+/g) ?? []
  ).join('_');
  const own = counterparts.get(name.toLowerCase().replace(/[._]/g, ''));
  if (own !== undefined && /^\$?\{\{\s*\$/.test(variable)) return `{{${own}}}`;
  return name === '' ? variable : `{{${name}}}`;
}
