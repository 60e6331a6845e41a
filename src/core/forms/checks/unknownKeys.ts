import { t } from '@vscode/l10n';
import type { Issue, Mend } from '../../../protocol/form';
import { shortened } from '../../quoting/shortened';
import { joinPointer } from '../../requests/pointer';
import { labelOf } from '../shapes/label';
import type { ObjectShape } from '../shapes/shape';
import { nearest } from '../wording/nearest';

/** Comparing names takes time that a crafted request could multiply. */
const mostSuggestions = 50;

/** What is said of a name that is not known, and of the one that may be meant. */
type UnknownWords = (name: string, meant: string | undefined) => string;

/** What is said of all properties of a section that nobody documents. Beyond the limit they are only noticed. */
export class UnknownKeysTold {
  readonly issues: Issue[] = [];
  readonly #most: number;
  readonly #words: UnknownWords;
  #isCut = false;

  constructor(most: number, words: UnknownWords = requestWords) {
    this.#most = most;
    this.#words = words;
  }

  get isCut(): boolean {
    return this.#isCut;
  }

  tell(keys: UnknownKeys, key: string): void {
    if (this.issues.length >= this.#most) this.#isCut = true;
    else this.issues.push(keys.issue(key, this.issues.length < mostSuggestions, this.#words));
  }
}

/** What is said of the properties of one object that nobody documents. */
export class UnknownKeys {
  readonly #shape: ObjectShape;
  readonly #value: object;
  readonly #pointer: string;
  /** Properties that an unknown one was taken for: of two slips only one can be renamed. */
  readonly #taken = new Set<string>();

  constructor(shape: ObjectShape, value: object, pointer: string) {
    this.#shape = shape;
    this.#value = value;
    this.#pointer = pointer;
  }

  /** `suggests`: comparing names takes time. */
  issue(key: string, suggests: boolean, words: UnknownWords): Issue {
    const meant = suggests ? this.#meant(key) : undefined;
    const pointer = joinPointer(this.#pointer, key);
    const mend = meant === undefined ? undefined : this.#mend(key, meant, pointer);
    return {
      pointer,
      code: 'unknown_key',
      message: words(shortened(key), meant),
      severity: 'warning',
      ...(mend && { mend }),
    };
  }

  #mend(key: string, meant: string, pointer: string): Mend | undefined {
    if (Object.hasOwn(this.#value, meant) || this.#taken.has(meant)) return undefined;
    this.#taken.add(meant);
    const name = shortened(key);
    const title = t('Rename "{0}" to "{1}"', name, meant);
    const titleForAll = t('Rename "{0}" to "{1}" everywhere', name, meant);
    return { title, titleForAll, edits: [{ kind: 'rename', pointer, key: meant }] };
  }

  /** By name or by what a person reads above the field; one that is not there yet before one that is. */
  #meant(key: string): string | undefined {
    const { properties } = this.#shape;
    const names = namesOf(this.#shape);
    const absent = [...names].filter(([, name]) => !Object.hasOwn(this.#value, name) && !this.#taken.has(name));
    const near =
      nearest(
        key,
        absent.map(([name]) => name),
      ) ?? nearest(key, properties.keys());
    return near === undefined ? undefined : names.get(near);
  }
}

function requestWords(name: string, meant: string | undefined): string {
  return meant === undefined
    ? t('"{0}" is not documented here; it is sent as it stands.', name)
    : t('"{0}" is not documented here. Did you mean "{1}"?', name, meant);
}

/** Of a file for this program alone, none of which is sent. */
export function ownFileWords(name: string, meant: string | undefined): string {
  return meant === undefined
    ? t('"{0}" is not known here: remove it, or write it as it is called.', name)
    : t('"{0}" is not known here. Did you mean "{1}"?', name, meant);
}

const namesByShape = new WeakMap<ObjectShape, ReadonlyMap<string, string>>();

/** Properties by their names and by their labels. */
function namesOf(shape: ObjectShape): ReadonlyMap<string, string> {
  const known = namesByShape.get(shape);
  if (known) return known;
  const names = new Map(
    [...shape.properties].flatMap(([name, { meta }]) => [
      [labelOf(name, meta), name],
      [name, name],
    ]),
  );
  namesByShape.set(shape, names);
  return names;
}
