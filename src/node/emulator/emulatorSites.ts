import type { Emulator } from '../../emulator/engine';

/** An emulator on a server, and what its paths begin with there: nothing, or a slash and the provider's id. */
export interface EmulatorSite {
  readonly emulator: Emulator;
  readonly prefix: string;
}

/** Finds the emulator that a decoded path leads to. */
export interface EmulatorSites {
  find(path: string): EmulatorSite | undefined;
  /** What is said where there is none. */
  readonly hint: string;
}

/** A server of its own. */
export function onlySite(emulator: Emulator): EmulatorSites {
  const site = { emulator, prefix: '' };
  return { find: () => site, hint: '' };
}

/** One server for all, each below its provider's id. */
export function sitesByProvider(emulators: readonly Emulator[]): EmulatorSites {
  const sites = new Map(
    emulators.map((emulator) => [emulator.provider, { emulator, prefix: `/${emulator.provider}` }]),
  );
  const hint = `There is no emulator at this address. They are at ${[...sites.values()].map(({ prefix }) => prefix).join(', ')}.`;
  return { find: (path) => sites.get(firstSegment(path)), hint };
}

function firstSegment(path: string): string {
  const end = path.indexOf('/', 1);
  return end < 0 ? path.slice(1) : path.slice(1, end);
}
