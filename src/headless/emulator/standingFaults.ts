import { isObject } from '../../core/json/jsonKinds';
import { readJson } from '../../core/json/readJson';
import type { Provider } from '../../core/provider';
import { noStandingFaults, type StandingFaults, withFault } from '../../emulator/faults/standing';

/** A fault as somebody wrote it, of one API or of all. */
export interface WishedFault {
  readonly provider?: string | undefined;
  readonly body: Readonly<Record<string, unknown>>;
}

export type FaultsByProvider = ReadonlyMap<string, StandingFaults>;

/** What each emulator begins with; or what is wrong with which of the wishes. */
export function standingFaults(
  providers: readonly Provider[],
  wishes: readonly WishedFault[],
): FaultsByProvider | { readonly index: number; readonly problem: string } {
  const all = new Map<string, StandingFaults>();
  for (const [index, { provider: id, body }] of wishes.entries()) {
    const wanted = providers.filter((one) => id === undefined || one.id === id);
    if (wanted.length === 0) return { index, problem: `there is no emulator of "${id}".` };
    for (const provider of wanted) {
      const more = withFault(all.get(provider.id) ?? noStandingFaults, provider, body);
      if (typeof more === 'string') return { index, problem: more };
      all.set(provider.id, more);
    }
  }
  return all;
}

/** `[PROVIDER:]JSON`. What is no object is refused like one that says nothing. */
export function readWishedFault(text: string): WishedFault {
  const [, provider, json = ''] = /^(?:([a-z\d-]+):)?([\s\S]*)$/.exec(text) ?? [];
  const read = readJson(json);
  return { provider, body: read.kind === 'read' && isObject(read.value) ? read.value : {} };
}
