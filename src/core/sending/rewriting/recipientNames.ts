import type { JsonValue } from '../../../protocol/json';
import { accepts } from '../../forms/shapes/accepts';
import type { ObjectShape, Shape } from '../../forms/shapes/shape';
import { shapeOf } from '../../forms/shapes/shapeOf';
import { meantShape } from '../../forms/shapes/unionShape';
import { holdsPerson, type Part, partOf } from '../../forms/testData/personShape';
import { isList, isObject } from '../../json/jsonKinds';
import type { Operation, RequestValues } from '../../operation';
import { joinPointer } from '../../requests/pointer';
import { inLowerCase } from '../asking/allowList';
import type { RewrittenRecipient } from './rewrittenRecipient';

/** What stands in the place of the names of people who have an address or a number beside them. */
export interface ReplacedNames {
  readonly texts: ReadonlyMap<string, string>;
  readonly recipients: readonly RewrittenRecipient[];
  /** One whose field takes no name that is made by the pattern. */
  readonly unfit?: string;
}

/** Names are found by what the schema of the operation says of their fields; everybody of one name has one name. */
export function replacedNames(
  pattern: string | undefined,
  operation: Operation,
  readings: readonly RequestValues[],
): ReplacedNames {
  const { body } = operation.request;
  if (pattern === undefined || body === undefined) return { texts: new Map(), recipients: [] };
  const shape = shapeOf(body);
  const people = readings.flatMap((reading) => [
    ...peopleWithin(shape, reading.body as JsonValue | undefined, '/body'),
  ]);
  const own = ownName(pattern);
  const strangers = people.filter(({ name }) => !own.test(name));
  const names = [...new Set(strangers.map(({ name }) => inLowerCase(name)))];
  const toOf = ({ name }: Person) => namesOf(pattern, names.indexOf(inLowerCase(name)));
  const replaced = strangers.flatMap((person) =>
    person.fields.map((field) => ({ ...field, person, to: toOf(person)[field.part] })),
  );
  const unfit = replaced.find(({ shape: of, to }) => !accepts(of, to));
  return {
    texts: new Map(replaced.map(({ pointer, to }) => [pointer, to])),
    recipients: [
      ...new Map(strangers.map((person) => [person.name, { from: person.name, to: toOf(person).name }])).values(),
    ],
    ...(unfit !== undefined && { unfit: unfit.person.name }),
  };
}

type NamePart = Extract<Part, 'name' | 'firstName' | 'lastName'>;

interface NameField {
  readonly pointer: string;
  readonly shape: Shape;
  readonly part: NamePart;
  readonly text: string;
}

interface Person {
  readonly name: string;
  readonly fields: readonly NameField[];
}

function* peopleWithin(shape: Shape, value: JsonValue | undefined, pointer: string): Generator<Person> {
  const own = meantShape(shape, value);
  if (own?.kind === 'list' && isList(value)) {
    for (const [index, item] of value.entries()) yield* peopleWithin(own.item, item, joinPointer(pointer, index));
  }
  if (own?.kind !== 'object' || !isObject(value)) return;
  const fields = isSomebody(own) ? nameFields(own, value, pointer) : [];
  if (fields.length > 0) yield { name: fields.map(({ text }) => text.trim()).join(' '), fields };
  for (const [key, property] of own.properties) {
    yield* peopleWithin(property, value[key], joinPointer(pointer, key));
  }
}

/** Whoever is called or texted has a number in the place of an address. */
function isSomebody(shape: ObjectShape): boolean {
  return holdsPerson(shape) || [...shape.properties].some(([key, property]) => partOf(key, property) === 'phone');
}

function nameFields(shape: ObjectShape, value: { readonly [key: string]: JsonValue }, pointer: string): NameField[] {
  return [...shape.properties].flatMap(([key, property]) => {
    const part = partOf(key, property);
    const text = value[key];
    const isName = part === 'name' || part === 'firstName' || part === 'lastName';
    if (!isName || typeof text !== 'string' || text.trim() === '') return [];
    return [{ pointer: joinPointer(pointer, key), shape: property, part, text }];
  });
}

/** `Test *` is Test A, Test B and so on: letters, since some APIs take no digits in names. */
function namesOf(pattern: string, index: number): Readonly<Record<NamePart, string>> {
  const letters = lettersOf(index);
  const name = pattern.replace('*', letters);
  const [firstName = name, ...others] = name.split(' ');
  return { name, firstName, lastName: others.join(' ') || letters };
}

function lettersOf(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : `${lettersOf(Math.floor(index / 26) - 1)}${last}`;
}

/** A name that was made before stays as it is. */
function ownName(pattern: string): RegExp {
  const [before = '', after] = pattern.split('*').map((part) => part.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'));
  const one = after === undefined ? before : `${before}[A-Z]+${after}`;
  // A first name and a last name of a pattern of one word.
  const pair = pattern.includes(' ') ? '' : ' [A-Z]+';
  return new RegExp(pair === '' ? `^${one}$` : `^${one}(?:${pair})?$`, 'i');
}
