import { setTimeout as delay } from 'node:timers/promises';

const pause = 100;

/** Asks again until there is an answer: for what no single element of the page tells. */
export async function until<T>(what: string, ask: () => Promise<T | undefined>, timeout = 60_000): Promise<T> {
  const deadline = Date.now() + timeout;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    if (Date.now() > deadline) throw new Error(`${what} did not come within ${timeout / 1000} s`);
    await delay(pause);
  }
}
