import type { JsonObject } from '../../../protocol/json';
import { splitPointer } from '../../requests/pointer';
import { UniqueNames } from './stepNames';

/** What later steps take from the reply of a step: each place once, by a name. */
export class StepOutputs {
  readonly #stepId: string;
  readonly #names = new UniqueNames();
  readonly #byPointer = new Map<string, string>();

  constructor(stepId: string) {
    this.#stepId = stepId;
  }

  /** The expression of the value at a place of the reply. */
  expression(pointer: string): string {
    const name = this.#byPointer.get(pointer) ?? this.#names.take(nameOf(pointer), '');
    this.#byPointer.set(pointer, name);
    return `$steps.${this.#stepId}.outputs.${name}`;
  }

  /** As a step declares them; undefined where nobody takes anything. */
  declared(): JsonObject | undefined {
    if (this.#byPointer.size === 0) return undefined;
    return Object.fromEntries([...this.#byPointer].map(([pointer, name]) => [name, `$response.body#${pointer}`]));
  }
}

/** The nearest member, which an item of a list has no name of. */
function nameOf(pointer: string): string {
  return splitPointer(pointer).findLast((key) => /[A-Za-z]/.test(key)) ?? 'value';
}
