import type { Operation, RequestValues } from '../operation';
import { joinPointer } from '../requests/pointer';
import type { Secret } from '../sending/run';
import { atOnce, type Steps } from '../steps';
import { ownValue } from '../typing/ownValue';
import { isLinkWithKey, isSecretValue, looksSecret } from './names/looks';
import { labelsOf } from './names/memberLabel';
import { type Beside, type SecretNames, secretNames } from './names/secretNames';

/** The secrets that a request carries, misplaced ones included: each is called by its place. */
export function secretsOfRequest(operation: Operation, values: RequestValues): readonly Secret[] {
  const found = atOnce(secretTexts(values, secretNames(operation, 'request')));
  return found.filter(({ name }) => name !== undefined).map(({ place, value }) => ({ name: pointerOf(place), value }));
}

/** The secrets that a body brings, with any status, so that they are found wherever else they are repeated. */
export function secretsOfReply(operation: Operation, body: unknown): readonly Secret[] {
  return atOnce(secretsOfReplyInSteps(operation, body));
}

/** The same, with a step after every slice of a long body. */
export function* secretsOfReplyInSteps(operation: Operation, body: unknown): Steps<readonly Secret[]> {
  const found = yield* secretTexts(body, secretNames(operation, 'reply'));
  return found.map(({ name = 'signing link', value }) => ({ name, value }));
}

/** A value on its way from the root, which is no step: a path of its own for each would cost the depth of a tree. */
interface Place {
  readonly key: string | number;
  readonly holder: object;
  readonly above: Place | undefined;
}

interface Placed {
  readonly value: unknown;
  readonly place: Place | undefined;
}

interface SecretText {
  readonly place: Place | undefined;
  readonly value: string;
  /** Undefined where it is no name that makes it a secret. */
  readonly name: string | undefined;
}

/** Each value once, by a name where it has one. */
function* secretTexts(root: unknown, names: SecretNames): Steps<readonly SecretText[]> {
  const found = new Map<string, SecretText>();
  const walk: Walk = { seen: 0 };
  let rested = 0;
  for (const { value, place } of valuesOf(root, walk)) {
    if (walk.seen - rested >= valuesOfSlice) {
      rested = walk.seen;
      yield;
    }
    const secret = typeof value === 'string' ? secretText(value, place, names) : undefined;
    if (secret !== undefined && (found.has(secret.value) || found.size < mostSecrets)) {
      found.set(secret.value, secret.name === undefined ? (found.get(secret.value) ?? secret) : secret);
    }
  }
  return [...found.values()];
}

interface Walk {
  seen: number;
}

/** Texts, and objects and lists on the way. Only what lies open is held: of a list of millions, one place. */
function* valuesOf(root: unknown, walk: Walk): Generator<Placed> {
  yield { value: root, place: undefined };
  const open = [membersOf(root, undefined, walk)];
  for (let inner = open.at(-1); inner !== undefined; inner = open.at(-1)) {
    const { done, value: placed } = inner.next();
    if (done) open.pop();
    else {
      yield placed;
      if (typeof placed.value === 'object') open.push(membersOf(placed.value, placed.place, walk));
    }
  }
}

/** Numbers and the like are no secrets: of many in a row one is given now and then, so that whoever walks may rest. */
function* membersOf(holder: unknown, above: Place | undefined, walk: Walk): Generator<Placed, undefined> {
  if (typeof holder !== 'object' || holder === null) return undefined;
  const keys = Array.isArray(holder) ? holder.keys() : Object.keys(holder);
  for (const key of keys) {
    const value = Array.isArray(holder) ? (holder[Number(key)] as unknown) : ownValue(holder, String(key));
    walk.seen += 1;
    const isPlain = typeof value !== 'string' && (typeof value !== 'object' || value === null);
    if (!isPlain || walk.seen % valuesOfSlice === 0) yield { value, place: { key, holder, above } };
  }
  return undefined;
}

function secretText(value: string, place: Place | undefined, names: SecretNames): SecretText | undefined {
  const named = names.at(pathOf(place, nearest), besideOf(place));
  if (named !== undefined && isSecretValue(value, named.verdict)) return { place, value, name: named.name };
  return looksSecret(value) || isLinkWithKey(value) ? { place, value, name: undefined } : undefined;
}

function besideOf(place: Place | undefined): Beside {
  return {
    labels() {
      let nearest = place;
      while (nearest !== undefined && typeof nearest.key === 'number') nearest = nearest.above;
      return nearest === undefined ? [] : labelsOf(nearest.holder);
    },
    itemBefore() {
      const item: unknown =
        typeof place?.key === 'number' && Array.isArray(place.holder) ? place.holder[place.key - 1] : undefined;
      return typeof item === 'string' ? item : undefined;
    },
  };
}

function pathOf(place: Place | undefined, most: number): readonly (string | number)[] {
  const path: (string | number)[] = [];
  for (let at = place; at !== undefined && path.length < most; at = at.above) path.push(at.key);
  return path.reverse();
}

function pointerOf(place: Place | undefined): string {
  return joinPointer('', ...pathOf(place, Number.POSITIVE_INFINITY));
}

/** As many are looked at in a few milliseconds. */
const valuesOfSlice = 2_000;
const nearest = 6;
/** Each takes time to be known in all of its spellings. What is beyond is masked by its place alone. */
export const mostSecrets = 500;
