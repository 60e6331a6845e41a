import { t } from '@vscode/l10n';
import type { CheckField, ChoiceField, FormField, NumberField } from '../../../protocol/form';
import { readJson } from '../../json/readJson';
import { textOrJson } from '../../json/values/textOrJson';
import type { CellReading } from './cellReading';
import { readMarked } from './markedCell';

const numberPattern = /^-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?$/;
const yes = new Set(['true', 'yes', 'y', 'x', '1', 'on', 'ja', 'j', 'wahr', 'oui', 'o', 'vrai']);
const no = new Set(['false', 'no', 'n', '0', 'off', 'nein', 'falsch', 'non', 'faux']);

/** What a cell of a spreadsheet means in a column: judged as a value of its field, not as a text. */
export function readCell(field: FormField, cell: string): CellReading {
  const text = cell.trim();
  if (text === '') return { kind: 'empty' };
  const marked = readMarked(text);
  if (marked) return marked;
  if (isNull(field, text)) return { kind: 'value', value: null };
  switch (field.kind) {
    case 'number':
      return readNumber(field, text);
    case 'check':
      return readCheck(field, text);
    case 'choice':
      return readChoice(field, text);
    case 'text':
    case 'file':
      return { kind: 'value', value: text };
    case 'list':
    case 'group':
    case 'variant':
      return readAsJson(field, text);
    case 'json':
      return readAny(text);
  }
}

function isNull(field: FormField, text: string): boolean {
  return field.nullLabel !== undefined && (isSame(text, field.nullLabel) || text === 'null');
}

function readNumber(field: NumberField, text: string): CellReading {
  const digits = /^"(.*)"$/.exec(text)?.[1] ?? text;
  if (!numberPattern.test(digits) || !Number.isFinite(Number(digits))) {
    return { kind: 'refused', why: t('{0} is no number', field.label) };
  }
  return { kind: 'value', value: Number(digits), ...(String(Number(digits)) !== digits && { written: digits }) };
}

function readCheck(field: CheckField, text: string): CellReading {
  const said = text.toLowerCase();
  if (said === JSON.stringify(field.on) || yes.has(said)) return { kind: 'value', value: field.on };
  if (said === JSON.stringify(field.off) || no.has(said)) return { kind: 'value', value: field.off };
  return { kind: 'refused', why: t('{0} is neither yes nor no', field.label) };
}

function readChoice(field: ChoiceField, text: string): CellReading {
  const found =
    field.options.find(({ value }) => textOrJson(value) === text) ??
    field.options.find(({ value, label }) => isSame(textOrJson(value), text) || isSame(label, text));
  return found
    ? { kind: 'value', value: found.value }
    : { kind: 'refused', why: t('{0} has no such choice', field.label) };
}

function readAsJson(field: FormField, text: string): CellReading {
  const read = readJson(text);
  if (read.kind === 'read' && typeof read.value === 'object' && read.value !== null) {
    return { kind: 'value', value: read.value, written: text };
  }
  return { kind: 'refused', why: t('{0} holds several values, which a cell can only say as JSON', field.label) };
}

/** What is no JSON is a text. */
function readAny(text: string): CellReading {
  const read = readJson(text);
  return read.kind === 'read' ? { kind: 'value', value: read.value, written: text } : { kind: 'value', value: text };
}

function isSame(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
