import type { Choice, FormField } from '../../../src/protocol/form';
import type { JsonValue } from '../../../src/protocol/json';
import { memberOf, pointerTo } from '../../../src/protocol/pointer';
import { variantOf } from '../../../src/protocol/variants';
import { countOf } from '../../../src/protocol/words/itemNouns';
import type { FieldPlace, Suggestions } from '../fields/fieldPlace';
import { textOf } from '../fields/scalarText';

const most = 3;

/**
 * What tells an item from its neighbours, in a line: an e-mail address first, then other short texts in the order of
 * the form.
 */
export function itemSummary(
  field: FormField,
  { value, pattern, suggestions }: Pick<FieldPlace, 'value' | 'pattern' | 'suggestions'>,
): readonly string[] {
  const texts = textsIn(field, value, pattern, suggestions).filter((text) => text !== '');
  const [mail, rest] = [texts.filter((text) => text.includes('@')), texts.filter((text) => !text.includes('@'))];
  const names = rest.filter((text) => !isId(text));
  const told = [...mail, ...names];
  return [...new Set(told.length > 0 ? told : rest)].slice(0, most);
}

/** Nobody knows it by heart: it is said where there is nothing else, as before its title has been loaded. */
function isId(text: string): boolean {
  return /^(?=.*\d)[\w=+/-]{16,}$/.test(text);
}

function textsIn(
  field: FormField,
  value: JsonValue | undefined,
  pattern: string,
  suggestions: Suggestions,
): readonly string[] {
  switch (field.kind) {
    case 'group':
      return membersOf(field.fields, value, pattern, suggestions);
    case 'variant':
      return membersOf(variantOf(field, value)?.fields ?? [], value, pattern, suggestions);
    case 'text':
      return field.secret || field.multiline ? [] : [shortText(value, suggestions[pattern])];
    case 'choice':
      return [shortText(value, field.options)];
    case 'file':
      return [typeof value === 'string' && !value.startsWith('data:') ? value : ''];
    case 'list':
      return Array.isArray(value) && value.length > 0 ? [countOf(value.length, field)] : [];
    case 'number':
    case 'check':
    case 'json':
      return [];
  }
}

function membersOf(
  fields: readonly FormField[],
  value: JsonValue | undefined,
  pattern: string,
  suggestions: Suggestions,
): readonly string[] {
  const own = fields.filter((field) => field.kind !== 'group' && field.kind !== 'variant');
  const chosen = own.filter((field) => field.kind !== 'choice');
  // Choices tell items apart least: they are said beside a single name, and never alone.
  const choices = own.filter((field) => field.kind === 'choice' && field.required);
  const textsOf = (some: readonly FormField[]) =>
    some.flatMap((field) => textsIn(field, memberOf(value, field.key), pointerTo(pattern, field.key), suggestions));
  const names = textsOf(chosen).filter((text) => text !== '');
  return names.length === 1 ? [...names, ...textsOf(choices)] : names;
}

function shortText(value: JsonValue | undefined, known: readonly Choice[] | undefined): string {
  const label = known?.find((choice) => textOf(choice.value) === textOf(value))?.label;
  const text = label ?? textOf(value);
  return text.startsWith('http') ? '' : text;
}
