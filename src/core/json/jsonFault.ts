import { t } from '@vscode/l10n';
import { withPositions } from './jsonPlace';
import type { Expected, JsonScanner } from './jsonScanner';

/** Why a text is not JSON. */
export interface JsonFault {
  /** Stable, for machines. */
  readonly code: string;
  readonly offset: number;
  readonly length: number;
  readonly line: number;
  readonly column: number;
  /** A sentence for people: what is wrong there and what to write. */
  readonly message: string;
}

/** The place where the scanner stopped. */
export function faultOf({ text, start, fault = 'value' }: JsonScanner): JsonFault {
  const isCut = start >= text.length;
  const code = isCut ? 'unfinished' : `expected_${fault}`;
  const message = isCut ? unfinished(text) : sentences()[fault];
  return placedFault(text, { code, offset: start, length: isCut ? 0 : 1, message });
}

function placedFault(text: string, fault: Omit<JsonFault, 'line' | 'column'>): JsonFault {
  const [placed] = withPositions(text, [fault]);
  return placed ?? { ...fault, line: 1, column: 1 };
}

function unfinished(text: string): string {
  if (text.trim() === '') return t('There is no content.');
  return t('The text ends too early: a closing bracket, brace or quote is missing.');
}

const sentences = () =>
  ({
    value: t('A value is missing here: a text in double quotes, a number, true, false, null, an object or a list.'),
    key: t('The name of a property must stand here, in double quotes.'),
    colon: t('A colon is missing after the name of the property.'),
    separator: t('A comma is missing here, or a closing bracket.'),
    end: t('Something follows after the end of the JSON.'),
    text: t('A text starts here that is not closed in its line, or holds a character that must be escaped.'),
    number: t('This is not how JSON writes a number.'),
  }) satisfies Readonly<Record<Expected, string>>;
