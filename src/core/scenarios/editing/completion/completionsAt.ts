import { t } from '@vscode/l10n';
import type { JsonValue } from '../../../../protocol/json';
import { getAt, joinPointer } from '../../../requests/pointer';
import { type NamesInScope, scopeAt } from '../names/scope';
import { shapesOfValue } from '../names/shapesOfValue';
import type { ScenarioWorld } from '../names/world';
import { type Reached, reach } from '../reach';
import { type Cursor, cursorAt } from '../text/cursor';
import { sketchAround } from '../text/sketch';
import { writtenSpelling } from '../writeValue';
import type { Completion, Completions, Offer } from './completion';
import { conditionPart, type OfferedPart } from './conditionOffers';
import { expressionOffers, type Moment } from './expressionOffers';
import { fieldOffers, schemaValues, schemaWordOffers } from './fieldOffers';
import { type NameOffer, nameOffers, valueOffers } from './shapeOffers';
import { textOffers } from './textOffers';
import { writtenName, writtenValue } from './writeOffer';

/** What may stand where something is being typed; undefined where nothing is known of the place. */
export function completionsAt(text: string, offset: number, world: ScenarioWorld): Completions | undefined {
  const cursor = cursorAt(text, offset);
  if (cursor === undefined) return undefined;
  const sketch = sketchAround(text, offset);
  const scope = scopeAt(sketch.value, cursor.path, world, cursor.before);
  const reached = reach(cursor.path);
  if (reached === undefined) return undefined;
  const place: TypedPlace = { text, offset, cursor, scope, reached, isJson: writtenSpelling(text).isJson };
  if (cursor.role === 'value') return valuesAt(place);
  const offers = withoutPresent(namesAt(reached, cursor.path, scope), place);
  return names(place, offers, ' '.repeat(cursor.missing));
}

interface TypedPlace {
  readonly text: string;
  readonly offset: number;
  readonly cursor: Cursor;
  readonly scope: NamesInScope;
  readonly reached: Reached;
  readonly isJson: boolean;
}

function namesAt({ place, within }: Reached, path: readonly string[], scope: NamesInScope): readonly NameOffer[] {
  switch (place.kind) {
    case 'object':
      return fieldOffers(place.of);
    case 'payload':
    case 'parameterValue':
      return nameOffers(shapesOfValue({ place, within }, path, scope));
    case 'inputs':
      return schemaWordOffers(within);
    case 'replacements':
      return within.length === 1 ? replacementNames() : [];
    default:
      return [];
  }
}

const replacementNames = (): readonly NameOffer[] => [
  {
    kind: 'field',
    label: 'target',
    says: t('Where in the body, as a JSON pointer: `/invites/0/email`.'),
    holds: 'scalar',
  },
  { kind: 'field', label: 'value', says: t('A value or an expression.'), holds: 'scalar' },
];

/** A name that stands there already is not offered again, but for the one that is being typed. */
function withoutPresent(offers: readonly NameOffer[], { cursor, scope, text }: TypedPlace): readonly NameOffer[] {
  const pointer = joinPointer('', ...cursor.path);
  const typed = Object.keys(objectAt(cursor.before, pointer)).slice(0, -1);
  const present = [...typed, ...Object.keys(objectAt(scope.root, pointer))];
  const own = text.slice(cursor.word.start, cursor.word.end).replace(/^["']|["']$/g, '');
  return offers.filter(({ label }) => label === own || !present.includes(label));
}

function objectAt(value: JsonValue, pointer: string): object {
  const found = getAt(value, pointer);
  return typeof found === 'object' && found !== null ? found : {};
}

function names({ cursor, isJson }: TypedPlace, offers: readonly NameOffer[], start = ''): Completions {
  const items = offers.map(
    ({ holds, isFree, ...offer }): Completion => ({
      ...offer,
      text: start + writtenName(offer.label, holds, cursor, isJson, start.length),
      goesOn: isFree !== true,
    }),
  );
  return { replaces: cursor.word, items };
}

function valuesAt(typed: TypedPlace): Completions {
  const { cursor, reached, scope } = typed;
  const { place, within } = reached;
  const mayBegin = cursor.isFirst && !cursor.inFlow;
  switch (place.kind) {
    case 'object':
      return names(typed, mayBegin ? withoutPresent(fieldOffers(place.of), typed) : []);
    case 'list':
    case 'replacements':
      if (place.kind === 'replacements' && within.length > 0) return replacementValues(typed);
      return names(typed, mayBegin && cursor.indent === 0 ? itemOffers(reached) : [], '- ');
    case 'map':
      return names(typed, []);
    case 'inputs':
      return inputValues(typed, mayBegin);
    case 'text':
      return textValues(typed);
    default: {
      const shapes = shapesOfValue(reached, cursor.path, scope);
      const begun = mayBegin ? names(typed, nameOffers(shapes)).items : [];
      const { replaces, items } = withExpressions(typed, valueOffers(shapes), 'sent');
      return { replaces, items: [...begun, ...items] };
    }
  }
}

/** The fields with which an item of a list may begin. */
function itemOffers({ place }: Reached): readonly NameOffer[] {
  return place.kind === 'list' && place.of.kind === 'object' ? fieldOffers(place.of.of) : [];
}

function replacementValues(typed: TypedPlace): Completions {
  const [, field] = typed.reached.within;
  return field === 'value' ? withExpressions(typed, [], 'sent') : whole(typed, []);
}

function inputValues(typed: TypedPlace, mayBegin: boolean): Completions {
  const { within } = typed.reached;
  const words = schemaValues[within.at(-1) ?? ''] ?? [];
  // An input may be called as a word of the schema is.
  const isWord = within.at(-2) !== 'properties';
  const offers = isWord ? words.map((label): Offer => ({ kind: 'value', label })) : [];
  const begun = mayBegin ? names(typed, schemaWordOffers(within)).items : [];
  const { replaces, items } = whole(typed, offers);
  return { replaces, items: [...begun, ...items] };
}

function textValues(typed: TypedPlace): Completions {
  const { reached, cursor, scope } = typed;
  const means = reached.place.kind === 'text' ? reached.place.means : 'plain';
  switch (means) {
    case 'condition':
      return isSimple(cursor, scope) ? part(typed, conditionPart(cursor.typed, scope)) : whole(typed, []);
    case 'expression':
      return whole(typed, expressionOffers(cursor.typed, scope, scope.step === undefined ? 'ended' : 'got'));
    case 'pageUrl':
      return whole(typed, expressionOffers(cursor.typed, scope, 'sent'));
    default:
      return whole(typed, textOffers(reached, cursor.path, scope));
  }
}

/** Patterns and paths are written in languages of their own. */
function isSimple({ before, path }: Cursor, { root }: NamesInScope): boolean {
  const pointer = joinPointer('', ...path.slice(0, -1), 'type');
  return [before, root].every((value) => ['simple', undefined].includes(getAt(value, pointer) as string | undefined));
}

/** Values of requests are texts, expressions, or texts with expressions in braces. */
function withExpressions(typed: TypedPlace, offers: readonly Offer[], moment: Moment): Completions {
  const { cursor, scope } = typed;
  const [, start, inner = ''] = /^([\s\S]*\{)(\$[^{}]*)$/.exec(cursor.typed) ?? [];
  if (start === undefined) return whole(typed, [...offers, ...expressionOffers(cursor.typed, scope, moment)]);
  const closing = typed.text[typed.offset] === '}' ? '' : '}';
  const inBraces = expressionOffers(inner, scope, moment).map((offer) => ({ ...offer, closing }));
  return part(typed, { length: inner.length, offers: inBraces });
}

function whole({ cursor, isJson }: TypedPlace, offers: readonly Offer[]): Completions {
  const items = offers.map(
    ({ value, ...offer }): Completion => ({
      ...offer,
      text: writtenValue(value === undefined ? offer.label : value, cursor, isJson),
      goesOn: offer.label.endsWith('.body'),
    }),
  );
  return { replaces: cursor.word, items };
}

/** Of a text that goes on behind it. */
function part({ text, offset, cursor }: TypedPlace, { length, offers }: OfferedPart): Completions {
  const rest = /^[^\s(){}=!<>&|'",[\]]*/.exec(text.slice(offset, cursor.word.end))?.[0] ?? '';
  const items = offers.map(
    ({ value: _value, closing = '', ...offer }): Completion => ({ ...offer, text: offer.label + closing }),
  );
  return { replaces: { start: offset - length, end: offset + rest.length }, items };
}
