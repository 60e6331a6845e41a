import type { JsonObject, JsonValue } from '../../protocol/json';
import type { RequestValues } from '../operation';

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
    return text.replace(/\{\{(\w+)\}\}/g, (whole, name: string) => this.#kept.get(name) ?? whole);
  }

  texts(texts: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
    return Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, this.text(text)]));
  }

  value(value: JsonValue): JsonValue {
    if (typeof value === 'string') return this.text(value);
    if (value === null || typeof value !== 'object') return value;
    if (Array.isArray(value)) return value.map((item: JsonValue) => this.value(item));
    return this.object(value as JsonObject);
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
