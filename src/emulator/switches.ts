/** What a tester turns on and off, by the names that an emulator knows. */
export interface Switches {
  isOn(name: string): boolean;
  /** Names that are not known change nothing, and come back. */
  turn(changes: Readonly<Record<string, boolean>>): readonly string[];
  list(): readonly SwitchStatus[];
  reset(): void;
}

export interface SwitchStatus {
  readonly name: string;
  readonly description: string;
  readonly isOn: boolean;
}

export function createSwitches(known: Readonly<Record<string, string>>): Switches {
  const on = new Set<string>();
  return {
    isOn: (name) => on.has(name),
    turn: (changes) => {
      const unknown = Object.keys(changes).filter((name) => !Object.hasOwn(known, name));
      if (unknown.length > 0) return unknown;
      for (const [name, isOn] of Object.entries(changes)) {
        if (isOn) on.add(name);
        else on.delete(name);
      }
      return [];
    },
    list: () => Object.entries(known).map(([name, description]) => ({ name, description, isOn: on.has(name) })),
    reset: () => on.clear(),
  };
}
