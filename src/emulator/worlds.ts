/** More than any run of tests has processes; each holds the demo documents of the APIs that are asked in it. */
export const mostWorlds = 200;

/** In a path, behind `~`, and in the header. */
export const worldHeader = 'x-esign-world';
const nameForm = /^[A-Za-z0-9_-]{1,64}$/;

export type WorldProblem = 'name' | 'full';

export interface WorldStatus {
  readonly name: string;
  /** Whose emulators somebody has asked in it. */
  readonly providers: readonly string[];
}

export type WorldControls = Pick<Worlds, 'list' | 'create' | 'drop'>;

/** States that know nothing of each other, by their names, with an emulator for each provider that is asked there. */
export class Worlds<Member extends { close(): void } = { close(): void }> {
  readonly #make: ReadonlyMap<string, () => Member>;
  readonly #worlds = new Map<string, Map<string, Member>>();

  constructor(make: ReadonlyMap<string, () => Member>) {
    this.#make = make;
  }

  /** Made on first use. Undefined where the provider has no emulator here. */
  emulator(name: string, provider: string): Member | undefined | WorldProblem {
    const problem = this.create(name);
    if (problem !== undefined) return problem;
    const world = this.#worlds.get(name);
    const known = world?.get(provider);
    if (known !== undefined) return known;
    const made = this.#make.get(provider)?.();
    if (made !== undefined) world?.set(provider, made);
    return made;
  }

  create(name: string): WorldProblem | undefined {
    if (!nameForm.test(name)) return 'name';
    if (this.#worlds.has(name)) return undefined;
    if (this.#worlds.size >= mostWorlds) return 'full';
    this.#worlds.set(name, new Map());
    return undefined;
  }

  /** False where there is none of that name. What it held is nobody's any more. */
  drop(name: string): boolean {
    for (const emulator of this.#worlds.get(name)?.values() ?? []) emulator.close();
    return this.#worlds.delete(name);
  }

  list(): readonly WorldStatus[] {
    return [...this.#worlds].map(([name, emulators]) => ({ name, providers: [...emulators.keys()] }));
  }

  /** With what was asked for in each. */
  members(): readonly { readonly name: string; readonly members: readonly Member[] }[] {
    return [...this.#worlds].map(([name, emulators]) => ({ name, members: [...emulators.values()] }));
  }

  close(): void {
    for (const name of [...this.#worlds.keys()]) this.drop(name);
  }
}

export function worldProblemText(problem: WorldProblem): string {
  return problem === 'name'
    ? 'The name of a world has 1 to 64 letters, digits, "-" and "_".'
    : `There are ${mostWorlds} worlds already: drop one with POST /__emulator/worlds/drop.`;
}
