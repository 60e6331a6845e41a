import type { Emulator } from '../../emulator/engine';
import { type WorldProblem, type Worlds, worldProblemText } from '../../emulator/worlds';

/** An emulator on a server. */
export interface EmulatorSite {
  readonly emulator: Emulator;
  /** What its addresses begin with there: its world, and the provider's id where it shares a port. */
  readonly prefix: string;
  /** How much of the path that was asked for is not the API's. */
  readonly cut: number;
}

export interface SiteProblem {
  readonly status: 400 | 404 | 503;
  readonly message: string;
}

/** Finds the emulator that a decoded path leads to; `header`: the world that a header names. */
export interface EmulatorSites {
  find(path: string, header?: string): EmulatorSite | SiteProblem;
  readonly providers: readonly string[];
}

/** A server of its own. */
export function onlySite(emulator: Emulator, worlds?: Worlds<Emulator>): EmulatorSites {
  return inWorlds(worlds, [emulator.provider], () => ({ emulator, prefix: '' }));
}

/** One server for all, each below its provider's id. */
export function sitesByProvider(emulators: readonly Emulator[], worlds?: Worlds<Emulator>): EmulatorSites {
  const sites = new Map(
    emulators.map((emulator) => [emulator.provider, { emulator, prefix: `/${emulator.provider}` }]),
  );
  return inWorlds(worlds, [...sites.keys()], (path) => sites.get(firstSegment(path)));
}

type Shared = Pick<EmulatorSite, 'emulator' | 'prefix'>;

function inWorlds(
  worlds: Worlds<Emulator> | undefined,
  providers: readonly string[],
  find: (path: string) => Shared | undefined,
): EmulatorSites {
  const hint = `There is no emulator at this address. They are at ${providers.map((id) => `/${id}`).join(', ')}.`;
  return {
    providers,
    find: (path, header) => {
      const { site, inPath, cut } = placesIn(path, worlds !== undefined, find);
      if (site === undefined) return { status: 404, message: hint };
      const name = inPath ?? header;
      if (name === undefined || worlds === undefined) return { ...site, cut };
      const emulator = worlds.emulator(name, site.emulator.provider) ?? site.emulator;
      if (typeof emulator === 'string') return problemOf(emulator);
      return { emulator, prefix: `${worldSegment(name)}${site.prefix}`, cut };
    },
  };
}

interface Places {
  readonly site: Shared | undefined;
  readonly inPath: string | undefined;
  readonly cut: number;
}

/** A world stands before the provider, or behind it where somebody adds it to the address that they were given. */
function placesIn(path: string, hasWorlds: boolean, find: (path: string) => Shared | undefined): Places {
  const before = hasWorlds ? worldIn(path) : undefined;
  const start = lengthOf(before);
  const site = find(path.slice(start));
  if (site === undefined || before !== undefined || !hasWorlds)
    return { site, inPath: before, cut: start + (site?.prefix.length ?? 0) };
  const behind = worldIn(path.slice(site.prefix.length));
  return { site, inPath: behind, cut: site.prefix.length + lengthOf(behind) };
}

function lengthOf(world: string | undefined): number {
  return world === undefined ? 0 : worldSegment(world).length;
}

function worldSegment(name: string): string {
  return `/~${name}`;
}

/** `/~name/…` */
function worldIn(path: string): string | undefined {
  return path.startsWith('/~') ? firstSegment(path).slice(1) : undefined;
}

function problemOf(problem: WorldProblem): SiteProblem {
  return { status: problem === 'name' ? 400 : 503, message: worldProblemText(problem) };
}

function firstSegment(path: string): string {
  const end = path.indexOf('/', 1);
  return end < 0 ? path.slice(1) : path.slice(1, end);
}
