import { isObject } from '../../core/json/jsonKinds';
import { readJson } from '../../core/json/readJson';
import type { Provider } from '../../core/provider';
import { shortened } from '../../core/quoting/shortened';
import { noStandingFaults, type StandingFaults, withFault } from '../../emulator/faults/standing';

/** A fault as somebody wrote it, of one API or of all. */
export interface WishedFault {
  readonly provider?: string | undefined;
  readonly body: Readonly<Record<string, unknown>>;
  /** Why it could not be read. */
  readonly problem?: string | undefined;
}

export type FaultsByProvider = ReadonlyMap<string, StandingFaults>;

/** What each emulator begins with; or what is wrong with which of the wishes. */
export function standingFaults(
  providers: readonly Provider[],
  wishes: readonly WishedFault[],
): FaultsByProvider | { readonly index: number; readonly problem: string } {
  const all = new Map<string, StandingFaults>();
  for (const [index, { provider: id, body, problem: unread }] of wishes.entries()) {
    if (unread !== undefined) return { index, problem: unread };
    const wanted = providers.filter((one) => id === undefined || one.id === id);
    if (wanted.length === 0) return { index, problem: unknownEmulator(providers, id) };
    for (const provider of wanted) {
      const more = withFault(all.get(provider.id) ?? noStandingFaults, provider, body);
      if (typeof more === 'string') return { index, problem: more };
      all.set(provider.id, more);
    }
  }
  return all;
}

/** `[PROVIDER:]JSON`. */
export function readWishedFault(text: string): WishedFault {
  const [, provider, json = ''] = /^(?:([a-z\d-]+):)?([\s\S]*)$/.exec(text) ?? [];
  const read = readJson(json);
  if (read.kind === 'broken') {
    const [{ offset, message }] = read.faults;
    return {
      provider,
      body: {},
      problem: `It is no JSON, from character ${text.length - json.length + offset + 1} on. ${message}`,
    };
  }
  if (!isObject(read.value)) {
    return { provider, body: {}, problem: `It must be an object, such as {"status":503}, not ${shortened(json)}.` };
  }
  return { provider, body: read.value };
}

function unknownEmulator(providers: readonly Provider[], id: string | undefined): string {
  return `There is no emulator of "${id}". There is one of ${providers.map((one) => one.id).join(', ')}.`;
}
