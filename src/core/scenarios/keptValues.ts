import type { JsonObject, JsonValue } from '../../protocol/json';
import { isList, isObject } from '../json/jsonKinds';
import type { RequestValues } from '../operation';
import { referencePattern } from '../requests/references/reference';

const references = new RegExp(referencePattern, 'g');

/** What steps kept, by name, to be put in the place of `{{name}}`. A name that nothing was kept under stays. */
export class KeptValues {
  readonly #kept = new Map<string, string>();

  constructor(known: Readonly<Record<string, string>>) {
    for (const [name, value] of Object.entries(known)) this.keep(name, value);
  }

  keep(name: string, value: string): void {
    this.#kept.set(name, value);
  }

  all(): Readonly<Record<string, string>> {
    return Object.fromEntries(this.#kept);
  }

  text(text: string): string {
    return text.replace(references, (whole, name: string) => this.#kept.get(name) ?? whole);
  }

  texts(texts: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
    return Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, this.text(text)]));
  }

  value(value: JsonValue): JsonValue {
    if (typeof value === 'string') return this.text(value);
    if (isList(value)) return value.map((item) => this.value(item));
    return isObject(value) ? this.object(value) : value;
  }

  object(object: JsonObject): JsonObject {
    return Object.fromEntries(Object.entries(object).map(([key, value]) => [key, this.value(value)]));
  }

  request({ path, query, body }: RequestValues): RequestValues {
    return {
      ...(path !== undefined && { path: this.object(path) }),
      ...(query !== undefined && { query: this.object(query) }),
      ...(body !== undefined && { body: this.value(body) }),
    };
  }
}
