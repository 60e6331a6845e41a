import type { Secret } from '../../sending/run';

/** The secrets of all that was sent so far. Most steps carry those of the step before: each is kept once. */
export class GatheredSecrets {
  readonly all: readonly Secret[];
  readonly #all: Secret[] = [];
  readonly #known = new Set<string>();

  constructor() {
    this.all = this.#all;
  }

  add(secrets: readonly Secret[]): void {
    for (const secret of secrets) {
      if (this.#known.has(secret.value)) continue;
      this.#known.add(secret.value);
      this.#all.push(secret);
    }
  }
}
