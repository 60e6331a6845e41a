/** A name of a variable for each thing that has one, made of letters, digits and underscores. */
export class ArtilleryNames {
  readonly #names = new Map<string, string>();

  of(...parts: readonly string[]): string {
    const key = JSON.stringify(parts);
    const known = this.#names.get(key);
    if (known !== undefined) return known;
    const plain = parts.join('_').replace(/\W+/g, '_');
    const taken = new Set(this.#names.values());
    let name = plain;
    for (let count = 2; taken.has(name); count += 1) name = `${plain}_${count}`;
    this.#names.set(key, name);
    return name;
  }
}
