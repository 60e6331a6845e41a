import { isReference } from '../reference';
import type { Recogniser } from './recogniser';
import type { PlacedText } from './textPlace';

const braces = /\{\{([^{}]{0,200})\}\}/g;

/** How other tools write a variable, with its name. */
const others = [/\$\{([A-Za-z_][\w.]*)\}/g, /%([A-Za-z_]\w*)%/g, /\$\(([A-Za-z_]\w*)\)/g, /<<([A-Za-z_][\w ]*)>>/g];

/** Variables of other tools, which nobody would fill in here. */
export const foreignVariables: readonly Recogniser[] = [
  {
    code: 'foreign_variable',
    kinds: ['id', 'email', 'url', 'word', 'prose', 'secret', 'free'],
    titleForAll: 'Write variables as {{name}}',
    find: (text, place) => {
      const found = text.match(braces)?.find((one) => isForeign(one, place));
      if (found === undefined) return undefined;
      const meant = text.replace(braces, (one) => (isForeign(one, place) ? ownSpelling(one) : one));
      return {
        says: `holds ${found}, a variable of another tool: it would be sent as it stands`,
        severity: 'error',
        ...(meant !== text && { meant }),
      };
    },
  },
  {
    code: 'foreign_variable',
    kinds: ['id', 'email', 'url', 'word'],
    titleForAll: 'Write variables as {{name}}',
    find: (text, { placeholders }) => {
      // Where the API has variables of its own, it may have more spellings for them than one.
      if (placeholders.length > 0) return undefined;
      const found = others.map((pattern) => text.match(pattern)?.[0]).find((one) => one !== undefined);
      if (found === undefined) return undefined;
      const meant = others.reduce((whole, pattern) => whole.replace(pattern, (one) => ownSpelling(one)), text);
      return {
        says: `holds ${found}, which looks like a variable of another tool: here it would be {{name}}`,
        severity: 'warning',
        ...(meant !== text && { meant }),
      };
    },
  },
];

/** Neither a reference of ours nor a placeholder that the API fills in itself. */
function isForeign(braced: string, { placeholders }: PlacedText): boolean {
  const name = braced.slice(2, -2).trim();
  if (isReference(braced)) return false;
  return placeholders !== 'any' && !placeholders.includes(name);
}

/** `{{$timestamp}}` and `{{ first name }}` as variables of a connection; the same text where no name is left. */
function ownSpelling(variable: string): string {
  const words = variable.match(/[\w.-]+/g) ?? [];
  const name = words.filter((word) => word !== 'dotenv' && word !== 'process.env').join('_');
  return name === '' ? variable : `{{${name}}}`;
}
