import type { ChoiceField, FormField, ListField, VariantField } from '../form';
import type { JsonObject, JsonValue } from '../json';
import { isObject } from '../jsonKinds';
import { memberPointer, pointerTo, segmentsOf, valueAt } from '../pointer';

/** One value of each item of a list, wherever it lies in the item. */
export interface Column {
  /** Within an item: `/authentication/type`. */
  readonly pointer: string;
  /** `Authentication › Type`. */
  readonly title: string;
  readonly field: FormField;
  /** Choosing its value chooses the shape of the object at a pointer within the item. */
  readonly chooses?: { readonly pointer: string; readonly field: VariantField };
}

/** A list whose items have values of their own to stand in columns. */
export function hasColumns(list: ListField): boolean {
  return list.item.kind === 'group' || list.item.kind === 'variant';
}

/** All that the form knows, with objects in objects laid flat, in the order of the form. */
export function columnsOf(list: ListField): readonly Column[] {
  return columnsWithin(list.item, '', []);
}

/** Members of items that the form does not know, in the order in which they are found. */
export function strangeColumns(known: readonly Column[], items: readonly JsonValue[]): readonly Column[] {
  const taken: Taken = {
    own: new Set(known.map(({ pointer }) => pointer)),
    around: new Set(known.flatMap(({ pointer }) => startsOf(pointer).slice(0, -1))),
  };
  const strange = new Set(items.flatMap((item) => (isObject(item) ? strangersIn(item, '', taken) : [])));
  return [...strange].map((pointer) => {
    const title = segmentsOf(pointer).map(shownName).join(' › ');
    return { pointer, title, field: { kind: 'json', key: title, label: title, required: false } };
  });
}

/** As JSON where the name alone would not be seen as it is, or as a path. */
function shownName(name: string): string {
  const isPlain = name !== '' && name === name.trim() && !/^"|›|\p{Control}/u.test(name);
  return isPlain ? name : JSON.stringify(name);
}

/** Whether some item has a value there. */
export function isFilled({ pointer }: Column, items: readonly JsonValue[]): boolean {
  return items.some((item) => valueAt(item, pointer) !== undefined);
}

function columnsWithin(field: FormField, pointer: string, labels: readonly string[]): readonly Column[] {
  switch (field.kind) {
    case 'group':
      return field.fields.flatMap((member) => membersOf(member, pointer, labels));
    case 'variant':
      return columnsOfVariant(field, pointer, labels);
    default:
      return [{ pointer, title: labels.join(' › ') || field.label, field }];
  }
}

function membersOf(field: FormField, pointer: string, labels: readonly string[]): readonly Column[] {
  return columnsWithin(field, pointerTo(pointer, field.key), field.key === '' ? labels : [...labels, field.label]);
}

/** What several shapes have in common is one column. */
function columnsOfVariant(field: VariantField, pointer: string, labels: readonly string[]): readonly Column[] {
  const constants = new Set(field.variants.flatMap(({ match }) => Object.keys(match)));
  const choosers = [...constants].map((key): Column => {
    const chooser = chooserOf(field, key);
    return {
      pointer: pointerTo(pointer, key),
      title: [...labels, chooser.label].join(' › '),
      field: chooser,
      chooses: { pointer, field },
    };
  });
  const others = field.variants.flatMap(({ fields }) => fields.filter(({ key }) => !constants.has(key)));
  const columns = others.flatMap((member) => membersOf(member, pointer, labels));
  return [...choosers, ...new Map(columns.toReversed().map((column) => [column.pointer, column])).values()].toSorted(
    (one, other) => columns.indexOf(one) - columns.indexOf(other),
  );
}

function chooserOf(field: VariantField, key: string): ChoiceField {
  const known = field.variants.flatMap(({ fields }) => fields.filter((member) => member.key === key));
  const options = field.variants.flatMap(({ match, label }) =>
    Object.hasOwn(match, key) ? [{ value: match[key] ?? null, label }] : [],
  );
  return {
    kind: 'choice',
    key,
    label: known[0]?.label ?? key,
    required: true,
    options: [...new Map(options.map((option) => [JSON.stringify(option.value), option])).values()],
  };
}

interface Taken {
  readonly own: ReadonlySet<string>;
  /** Of objects that columns lie in. */
  readonly around: ReadonlySet<string>;
}

/** A column shows all of its value, whatever that is. */
function strangersIn(item: JsonObject, pointer: string, taken: Taken): readonly string[] {
  return Object.entries(item).flatMap(([key, value]) => {
    const own = memberPointer(pointer, key);
    if (taken.around.has(own) && isObject(value)) return strangersIn(value, own, taken);
    return taken.own.has(own) || taken.around.has(own) ? [] : [own];
  });
}

/** A pointer and those of all that it lies in. */
function startsOf(pointer: string): readonly string[] {
  const parts = pointer.split('/');
  return parts.slice(1).map((_, depth) => parts.slice(0, depth + 2).join('/'));
}
