import { createHash } from 'node:crypto';
import type { CameBefore } from '../../core/webhooks/cameBefore';
import type { ExaminedEvent } from '../../core/webhooks/examineEvent';

/** No API repeats one after so many others, and none of them may fill the memory. */
const mostSeen = 10_000;

export interface SeenCall {
  readonly method: string;
  readonly target: string;
  readonly body: Uint8Array;
}

/** What has come before, by the id that the API gives an event, or else by its bytes. */
export class SeenEvents {
  readonly #seen = new Map<string, number>();

  /** Null for the first one. `at`: epoch milliseconds. */
  meet(call: SeenCall, examined: ExaminedEvent, at: number): CameBefore | null {
    const key = keyOf(call, examined);
    if (key === undefined) return null;
    const first = this.#seen.get(key);
    if (first !== undefined) return { at: first, by: examined.id === null ? 'bytes' : 'id' };
    this.#seen.set(key, at);
    const [oldest] = this.#seen.size > mostSeen ? this.#seen.keys() : [];
    if (oldest !== undefined) this.#seen.delete(oldest);
    return null;
  }

  clear(): void {
    this.#seen.clear();
  }
}

/**
 * A call without a body tells its address alone, so two of them may be two events. What is forged must not pass for the
 * first of a pair: it is compared with others whose proof does not hold.
 */
function keyOf({ method, target, body }: SeenCall, { provider, id, proof }: ExaminedEvent): string | undefined {
  const isForged = proof?.verdict === 'fails' || proof?.verdict === 'missing';
  if (id !== null) return digestOf([provider, id, isForged]);
  return body.length === 0 ? undefined : digestOf([provider, method, target, isForged], body);
}

function digestOf(facts: readonly unknown[], body: Uint8Array = new Uint8Array()): string {
  return createHash('sha256').update(JSON.stringify(facts)).update('\n').update(body).digest('base64');
}
