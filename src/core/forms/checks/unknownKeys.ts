import type { Issue, Mend } from '../../../protocol/form';
import { joinPointer } from '../../requests/pointer';
import { labelOf } from '../shapes/label';
import type { ObjectShape } from '../shapes/shape';
import { nearest } from '../wording/nearest';

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
  issue(key: string, suggests: boolean): Issue {
    const meant = suggests ? this.#meant(key) : undefined;
    const pointer = joinPointer(this.#pointer, key);
    const mend = meant === undefined ? undefined : this.#mend(key, meant, pointer);
    return {
      pointer,
      code: 'unknown_key',
      message: `"${shortened(key)}" is not documented here${meant === undefined ? '; it is sent as it stands.' : `. Did you mean "${meant}"?`}`,
      severity: 'warning',
      ...(mend && { mend }),
    };
  }

  #mend(key: string, meant: string, pointer: string): Mend | undefined {
    if (Object.hasOwn(this.#value, meant) || this.#taken.has(meant)) return undefined;
    this.#taken.add(meant);
    const title = `Rename "${shortened(key)}" to "${meant}"`;
    return { title, titleForAll: `${title} everywhere`, edits: [{ kind: 'rename', pointer, key: meant }] };
  }

  /** By name or by what a person reads above the field; one that is not there yet before one that is. */
  #meant(key: string): string | undefined {
    const { properties } = this.#shape;
    const names = new Map(
      [...properties].flatMap(([name, { meta }]) => [
        [labelOf(name, meta), name],
        [name, name],
      ]),
    );
    const absent = [...names].filter(([, name]) => !Object.hasOwn(this.#value, name) && !this.#taken.has(name));
    const near =
      nearest(
        key,
        absent.map(([name]) => name),
      ) ?? nearest(key, properties.keys());
    return near === undefined ? undefined : names.get(near);
  }
}

function shortened(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
