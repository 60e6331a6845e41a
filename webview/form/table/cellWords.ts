import { t } from '@vscode/l10n';
import type { Choice, FormField } from '../../../src/protocol/form';
import type { JsonValue } from '../../../src/protocol/json';
import { isList } from '../../../src/protocol/jsonKinds';
import type { RowGroup } from '../../../src/protocol/table/rows';
import { countOf } from '../../../src/protocol/words/itemNouns';
import { textOf } from '../fields/scalarText';

/** A value as its cell shows it, and as it is sorted and found. */
export function cellWords(field: FormField, value: JsonValue | undefined, known: readonly Choice[] = []): string {
  if (value === undefined) return '';
  if (value === null) return field.nullLabel ?? 'null';
  if (field.kind === 'choice') return labelOf(field.options, value) ?? textOf(value);
  if (field.kind === 'check') return checkWord(field, value);
  if (field.kind === 'list' && isList(value)) return countOf(value.length, field);
  if (field.kind === 'text' && field.secret) return '•'.repeat(Math.min(8, textOf(value).length));
  return labelOf(known, value) ?? textOf(value);
}

function labelOf(options: readonly { readonly value: JsonValue; readonly label: string }[], value: JsonValue) {
  return options.find((option) => textOf(option.value) === textOf(value))?.label;
}

function checkWord(field: FormField & { kind: 'check' }, value: JsonValue): string {
  if (textOf(value) === textOf(field.on)) return t('Yes');
  return textOf(value) === textOf(field.off) ? t('No') : textOf(value);
}

const namedAtMost = 12;

/** What is said of several rows. */
export function groupWords({ why, rows }: RowGroup): string {
  const said = why.replace(/\.$/, '');
  const named = rows.slice(0, namedAtMost).join(', ');
  if (rows.length === 1) return t('{0} (row {1})', said, named);
  return rows.length > namedAtMost
    ? t('{0} (rows {1} and {2} more)', said, named, rows.length - namedAtMost)
    : t('{0} (rows {1})', said, named);
}
