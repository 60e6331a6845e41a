import type { JsonObject, JsonValue } from '../../../protocol/json';
import { UniqueNames } from './stepNames';

export interface RecordedInput {
  readonly description: string;
  readonly default?: JsonValue;
  readonly isSecret?: boolean;
  /** Without a default, which tells it. */
  readonly type?: 'string' | 'number';
}

/** The inputs that a recording asks for: the same value is the same input. */
export class RecordedInputs {
  readonly #names = new UniqueNames();
  readonly #byKey = new Map<string, { readonly name: string; readonly input: RecordedInput }>();

  /** The expression of the input that stands for what the key tells. */
  expression(key: string, wanted: string, input: RecordedInput): string {
    const known = this.#byKey.get(key);
    if (known !== undefined) return `$inputs.${known.name}`;
    const name = this.#names.take(wanted, '');
    this.#byKey.set(key, { name, input });
    return `$inputs.${name}`;
  }

  /** Of the input for a key, where there is one. */
  known(key: string): string | undefined {
    const known = this.#byKey.get(key);
    return known && `$inputs.${known.name}`;
  }

  count(kind: string): number {
    return [...this.#byKey.keys()].filter((key) => key.startsWith(`${kind}:`)).length;
  }

  /** JSON Schema; undefined where there are none. */
  schema(): JsonObject | undefined {
    const all = [...this.#byKey.values()];
    if (all.length === 0) return undefined;
    const required = all.filter(({ input }) => input.default === undefined).map(({ name }) => name);
    return {
      type: 'object',
      properties: Object.fromEntries(all.map(({ name, input }) => [name, property(input)])),
      ...(required.length > 0 && { required }),
    };
  }
}

function property({ description, default: value, isSecret, type: told = 'string' }: RecordedInput): JsonObject {
  const type = typeof value === 'number' ? 'number' : told;
  return {
    type,
    ...(isSecret === true && { format: 'password' }),
    description,
    ...(value !== undefined && { default: value }),
  };
}
