import type { Operation, RequestValues } from '../../operation';
import type { CallsOfProvider } from './otherCall';
import { type Validation, validateRequest } from './validateRequest';

/**
 * Values that are known before anything runs, and that nothing can change any more: they are checked once, by whoever
 * asks first. They are checked as they are sent: what looks like a reference among them is a text.
 */
export class ConstantRequest {
  readonly values: RequestValues;
  readonly #checked = new Map<Operation, Validation>();

  constructor(values: RequestValues) {
    this.values = frozen(structuredClone(values));
  }

  /** Whether these are the very values that were checked, and no others that may look alike. */
  isOf({ path, query, body }: RequestValues): boolean {
    return path === this.values.path && query === this.values.query && body === this.values.body;
  }

  check(operation: Operation, siblings: CallsOfProvider): Validation {
    const known =
      this.#checked.get(operation) ??
      validateRequest(operation, this.values, undefined, { references: 'refused', siblings });
    this.#checked.set(operation, known);
    return known;
  }
}

function frozen<Value>(value: Value): Value {
  if (typeof value !== 'object' || value === null) return value;
  for (const inner of Object.values(value)) frozen(inner);
  return Object.freeze(value);
}
