import { t } from '@vscode/l10n';
import { shortened } from '../quoting/shortened';
import type { AlmostToken } from './almostTokens';
import { numberEnd } from './jsonLexemes';

/** What is wrong with a text, a number or a word, and the JSON that was probably meant. */
export interface ScalarMend {
  readonly code: string;
  readonly message: string;
  /** What mends it, in the imperative. */
  readonly title: string;
  /** Undefined where nobody can know. */
  readonly json: string | undefined;
}

/** Undefined when the token is JSON already. */
export function mendScalar(token: AlmostToken, spelling: string, isKey: boolean): ScalarMend | undefined {
  switch (token.kind) {
    case 'oddText':
      return oddText(spelling);
    case 'typographicText': {
      const json = JSON.stringify(spelling.slice(1, -1));
      return quoted('typographic_quotes', t('These are typographic quotes: write {0}.', shortened(json)), json);
    }
    case 'singleText': {
      const json = JSON.stringify(spelling.slice(1, -1).replace(/\\(['`])/g, '$1'));
      return quoted('single_quotes', t('Texts stand in double quotes: write {0}.', shortened(json)), json);
    }
    case 'word':
      return isKey ? unquotedKey(spelling) : word(spelling);
    default:
      return undefined;
  }
}

function unquotedKey(spelling: string): ScalarMend {
  const json = JSON.stringify(spelling);
  return quoted('unquoted_name', t('Names of properties stand in double quotes: write {0}.', shortened(json)), json);
}

function word(spelling: string): ScalarMend | undefined {
  if (['true', 'false', 'null'].includes(spelling) || numberEnd(spelling, 0) === spelling.length) return undefined;
  const other = otherWords.get(spelling);
  if (other !== undefined) return replaced('foreign_word', t('JSON has no {0}: write {1}.', spelling, other), other);
  if (spelling.includes('{{')) return variable(spelling);
  return /^[+-]?[.\d]/.test(spelling) ? oddNumber(spelling) : unquotedText(spelling);
}

const otherWords: ReadonlyMap<string, string> = new Map([
  ...['undefined', 'NaN', 'Infinity', '-Infinity', 'None', 'nil', 'Null', 'NULL'].map(
    (name) => [name, 'null'] as const,
  ),
  ...['True', 'TRUE'].map((name) => [name, 'true'] as const),
  ...['False', 'FALSE'].map((name) => [name, 'false'] as const),
]);

function variable(spelling: string): ScalarMend {
  const json = JSON.stringify(spelling);
  const message = t('Write {0} in quotes.', shortened(json));
  const isAlone = /^\{\{[^{}]*\}\}$/.test(spelling);
  const more = t('Alone in its quotes, a number stays a number when it is sent.');
  return quoted('unquoted_variable', isAlone ? `${message} ${more}` : message, json);
}

function oddNumber(spelling: string): ScalarMend {
  const json = [spelling.slice(1), `0${spelling}`, `-0${spelling.slice(1)}`, `${spelling}0`].find(
    (candidate) => Math.abs(Number(candidate)) === Math.abs(Number(spelling)) && isNumber(candidate),
  );
  if (json === undefined || /^[+-]?0\d/.test(spelling)) {
    const message = t('{0} is no number of JSON. Write it in double quotes if it is a text.', shortened(spelling));
    return { code: 'odd_number', message, title: '', json: undefined };
  }
  return replaced('odd_number', t('JSON writes this number as {0}.', json), json);
}

function isNumber(spelling: string): boolean {
  return numberEnd(spelling, 0) === spelling.length;
}

function unquotedText(spelling: string): ScalarMend {
  const json = JSON.stringify(spelling);
  return quoted('unquoted_text', t('Texts stand in double quotes: write {0}.', shortened(json)), json);
}

/** A backslash that begins nothing, or a tab: paths of Windows are the usual reason. */
function oddText(spelling: string): ScalarMend {
  const inner = spelling.slice(1, -1);
  const hasOddEscape = /\\(?!["\\/bfnrt]|u[\da-fA-F]{4})/.test(inner.replaceAll('\\\\', ''));
  const escaped = hasOddEscape ? inner.replace(/\\(?!["\\])/g, '\\\\').replace(/\\\\\\\\/g, '\\\\') : inner;
  const json = `"${escaped.replace(control, (character) => JSON.stringify(character).slice(1, -1))}"`;
  const message = hasOddEscape
    ? t('A backslash must be doubled: write {0}.', shortened(json))
    : t('A tab or another control character must be written as an escape, such as \\t.');
  return replaced('odd_text', message, json);
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that JSON does not take.
const control = /[\u0000-\u001f]/g;

function quoted(code: string, message: string, json: string): ScalarMend {
  return { code, message, title: t('Write double quotes'), json };
}

function replaced(code: string, message: string, json: string): ScalarMend {
  return { code, message, title: t('Write {0}', shortened(json)), json };
}
