import { t } from '@vscode/l10n';
import { isObject } from '../../json/jsonKinds';
import { readJson } from '../../json/readJson';
import { joinPointer } from '../pointer';
import { isSecret } from '../references/variablesFile';
import { editText } from './editText';

export type AddedVariable =
  | { readonly kind: 'added'; readonly text: string }
  /** Nothing is changed: a sentence that says why, and what to do. */
  | { readonly kind: 'refused'; readonly why: string };

/** The text of a file of variables with one more, for all connections. There is no text where there is no file yet. */
export function addVariable(text: string | undefined, name: string, value: string): AddedVariable {
  const why = secretFault(name, value);
  if (why !== undefined) return { kind: 'refused', why };
  const before = text === undefined || text.trim() === '' ? '{}\n' : text;
  const read = readJson(before);
  if (read.kind === 'broken') return { kind: 'refused', why: t('It is no JSON: {0}', read.faults[0].message) };
  if (!isObject(read.value)) return { kind: 'refused', why: t('It is no object of variables.') };
  return { kind: 'added', text: editText(before, { kind: 'set', pointer: joinPointer('', name), value }) };
}

/** Why a value may not stand in a file that is shared. */
export function secretFault(name: string, value: string): string | undefined {
  return isSecret(name, value) ? t('This looks like a secret: enter it as a credential of the connection.') : undefined;
}
