import type { JsonObject } from '../../../protocol/json';
import { isObject } from '../../json/jsonKinds';
import { operationName } from '../../operation';
import type { RecordedCall } from './recordedCall';

/** A name for the step of each call: that of its operation, numbered where it comes again. */
export function stepNames(calls: readonly RecordedCall[]): readonly string[] {
  const taken = new UniqueNames();
  return calls.map((call) => taken.take(plainName(call)));
}

/** A person does what the body says. */
function plainName({ operation, emulatorOf, entry }: RecordedCall): string {
  const body = entry.request.body;
  const action = emulatorOf !== undefined && isObject(body) ? actionNames[actionOf(body)] : undefined;
  return action ?? operationName(operation.id);
}

function actionOf({ action }: JsonObject): string {
  return typeof action === 'string' ? action : '';
}

const actionNames: Readonly<Record<string, string>> = {
  open: 'open-page',
  answer: 'answer',
  finish: 'sign',
  decline: 'decline',
};

/** Names of which no two are the same. */
export class UniqueNames {
  readonly #taken = new Set<string>();

  /** The name, or the first numbered one that is free. */
  take(wanted: string, separator = '-'): string {
    const plain = wanted.replace(/[^A-Za-z0-9_-]+/g, '') || 'value';
    for (let number = 1; ; number += 1) {
      const name = number === 1 ? plain : `${plain}${separator}${number}`;
      if (this.#taken.has(name)) continue;
      this.#taken.add(name);
      return name;
    }
  }
}
