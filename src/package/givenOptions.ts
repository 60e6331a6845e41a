import { nearest } from '../core/forms/wording/nearest';
import { isRecord } from '../core/json/jsonKinds';
import { shortened } from '../core/quoting/shortened';
import { named } from './atCaller';

/** What a value must be, in words that follow "is". */
export interface GivenKind {
  readonly words: string;
  fits(value: unknown): boolean;
}

export type GivenNames = Readonly<Record<string, GivenKind>>;

/** What a program gave is not what is taken. */
export class GivenProblem extends TypeError {
  static {
    named('TypeError', GivenProblem);
  }
}

/** Throws what is wrong with the names of what a program gave, or with their kinds. */
export function checkGiven(where: string, given: unknown, names: GivenNames): void {
  const known = Object.keys(names);
  if (!isPlain(given))
    throw new GivenProblem(`${where} takes an object with any of ${known.join(', ')}. This is ${kindOf(given)}.`);
  for (const [name, value] of Object.entries(given)) {
    const kind = Object.hasOwn(names, name) ? names[name] : undefined;
    if (kind === undefined) throw new GivenProblem(unknownName(where, name, known));
    if (value !== undefined && !kind.fits(value))
      throw new GivenProblem(`${where}: "${name}" is ${kind.words}. This is ${kindOf(value)}.`);
  }
}

export function checkText(where: string, name: string, value: unknown): void {
  if (typeof value !== 'string' || value === '')
    throw new GivenProblem(`${where}: ${name} is a text. This is ${kindOf(value)}.`);
}

export function unknownName(where: string, name: string, known: readonly string[]): string {
  const meant = nearest(name, known);
  const advice = meant === undefined ? `It takes ${known.join(', ')}.` : `Did you mean "${meant}"?`;
  return `${where} knows no "${shortened(name)}". ${advice}`;
}

function isPlain(value: unknown): value is object {
  return isRecord(value) && !(value instanceof Date) && !ArrayBuffer.isView(value);
}

/** Texts are not repeated: they may be secrets. */
function kindOf(value: unknown): string {
  if (value === undefined || value === null) return `${value}`;
  if (Array.isArray(value)) return 'a list';
  if (value instanceof Date) return 'a Date';
  if (typeof value === 'string') return value === '' ? 'an empty text' : 'a text';
  if (isRecord(value)) {
    const names = Object.keys(value).slice(0, 5);
    return names.length === 0 ? 'an empty object' : `an object with ${names.map((name) => shortened(name)).join(', ')}`;
  }
  return typeof value === 'function'
    ? 'a function'
    : `${typeof value === 'number' ? 'the number ' : ''}${String(value)}`;
}

export const text: GivenKind = { words: 'a text', fits: (value) => typeof value === 'string' && value !== '' };
export const truth: GivenKind = { words: 'true or false', fits: (value) => typeof value === 'boolean' };
export const number: GivenKind = { words: 'a number', fits: (value) => Number.isFinite(value) };
export const texts: GivenKind = {
  words: 'a list of texts',
  fits: (value) => Array.isArray(value) && value.every((one) => typeof one === 'string'),
};
export const anObject: GivenKind = { words: 'an object', fits: isPlain };
export const anything: GivenKind = { words: 'anything', fits: () => true };

export function aFunction(words: string): GivenKind {
  return { words: `a function ${words}`, fits: (value) => typeof value === 'function' };
}

export function aChoice(...choices: readonly string[]): GivenKind {
  return {
    words: `one of ${choices.map((one) => `"${one}"`).join(', ')}`,
    fits: (value) => choices.includes(`${value}`),
  };
}
