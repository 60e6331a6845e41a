import type { ForeignVariable } from '../importing/foreignCall';

/** What variables stand for when those that their values refer to are put in, as far as that comes to an end. */
export class VariableValues {
  readonly #written: ReadonlyMap<string, string>;
  readonly #resolved = new Map<string, string>();

  /** Of several of one name the last counts; those without a value are not known. */
  constructor(variables: readonly ForeignVariable[]) {
    this.#written = new Map(variables.filter(({ value }) => value !== '').map(({ name, value }) => [name, value]));
  }

  resolved(name: string, depth = 0): string | undefined {
    const known = this.#resolved.get(name);
    if (known !== undefined) return known;
    const written = this.#written.get(name);
    if (written === undefined || depth > deepest || written.length > longest) return written;
    // Until it is known, one that stands for itself stays as it is written.
    this.#resolved.set(name, written);
    const value = written.replace(
      /\{\{\s*([\w.-]+)\s*\}\}/g,
      (whole, inner: string) => this.resolved(inner, depth + 1) ?? whole,
    );
    const kept = value.length > longest ? written : value;
    this.#resolved.set(name, kept);
    return kept;
  }
}

const deepest = 20;

/** In characters: a few that refer to each other often enough would fill the memory. */
const longest = 10_000;
