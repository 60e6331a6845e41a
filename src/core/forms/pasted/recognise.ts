import { t } from '@vscode/l10n';
import type { Issue, Mend } from '../../../protocol/form';
import { shortened } from '../../quoting/shortened';
import { holdsReference, isOwnReference } from '../../requests/references/reference';
import { addresses } from './addresses';
import { characters } from './characters';
import { foreignVariables } from './foreignVariables';
import { idForms } from './idForms';
import { links } from './links';
import { placeholders } from './placeholders';
import type { Recogniser } from './recogniser';
import { scripts } from './scripts';
import type { PlacedText } from './textPlace';
import { unquoted, wrappings } from './wrappings';

/** In the order in which they are taken off: what stands around a value hides what it is. */
const all: readonly Recogniser[] = [
  ...foreignVariables,
  ...characters,
  ...wrappings,
  ...placeholders,
  ...scripts,
  ...links,
  ...idForms,
  ...addresses,
];
/** The codes of all issues that `recognise` finds. */
export const pastedCodes: readonly string[] = [...new Set(all.map(({ code }) => code))];

/** What may be said of a text that a variable completes. */
const besideReferences: readonly Recogniser[] = [...foreignVariables, ...characters];

/** Longer texts are written, not pasted into a field. */
const longest = 4000;

/** What pasting did to a text, undefined when it looks as meant. One issue, and a mend of all that is wrong with it. */
export function recognise(text: string, place: PlacedText, pointer: string): Issue | undefined {
  if (text === '' || text.length > longest || isOwnReference(text) || place.examples.includes(text)) return undefined;
  const found = firstOf(text, place);
  if (found === undefined) return undefined;
  const { recogniser, says, severity, meant } = found;
  // A quote within quotes would be written with a backslash that is not there.
  const subject = place.kind === 'secret' || text.includes('"') ? t('The value') : JSON.stringify(shortened(text));
  const left = meant === undefined ? undefined : cleaned(meant, place);
  if (left !== undefined && unquoted(left.trim()).trim() === '') {
    return { pointer, code: recogniser.code, message: t('The value {0}; nothing readable is left.', says), severity };
  }
  const mend = left === undefined || place.kind === 'secret' ? undefined : mendOf(recogniser, left, pointer);
  return { pointer, code: recogniser.code, message: `${subject} ${says}.`, severity, ...(mend && { mend }) };
}

function firstOf(text: string, place: PlacedText) {
  const table = holdsReference(text) ? besideReferences : all;
  for (const recogniser of table) {
    if (!recogniser.kinds.includes(place.kind)) continue;
    const recognised = recogniser.find(text, place);
    if (recognised !== undefined) return { recogniser, ...recognised };
  }
  return undefined;
}

/** One thing may hide another: quotes around a blank around a link. */
function cleaned(text: string, place: PlacedText): string {
  let clean = text;
  for (let round = 0; round < 8; round += 1) {
    if (clean === '' || isOwnReference(clean) || place.examples.includes(clean)) return clean;
    const { meant } = firstOf(clean, place) ?? {};
    if (meant === undefined || meant === clean) return clean;
    clean = meant;
  }
  return clean;
}

function mendOf({ titleForAll }: Recogniser, value: string, pointer: string): Mend {
  const title = t('Write {0}', JSON.stringify(shortened(value)));
  return { title, ...(titleForAll && { titleForAll: titleForAll() }), edits: [{ kind: 'set', pointer, value }] };
}
