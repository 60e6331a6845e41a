import { emulatorConnectionId } from '../connections/connection';
import type { SigningLink } from '../operation';
import type { Run } from '../sending/run';

/** A link of an emulator whose clock went ahead: by the clock of this machine it ends so much sooner. */
export function linkAfter(link: SigningLink, minutes: number): SigningLink {
  if (link.expiresAt === undefined) return link;
  // Moments before all calendars are no dates.
  return { ...link, expiresAt: Math.max(0, link.expiresAt - minutes * 60_000) };
}

/** The same for the links that the reply to a call brought; the run itself where it brought none of an emulator. */
export function runAfter(run: Run, minutes: number): Run {
  return run.request.connection === emulatorConnectionId ? withLinks(run, (link) => linkAfter(link, minutes)) : run;
}

/** A run one of whose links leads nowhere any more. */
export function runWithUsed(run: Run, used: number): Run {
  return withLinks(run, (link, index) => (index === used ? { ...link, isUsed: true } : link));
}

function withLinks(run: Run, change: (link: SigningLink, index: number) => SigningLink): Run {
  const { outcome } = run;
  if (outcome.kind !== 'replied' || outcome.reading.links.length === 0) return run;
  return { ...run, outcome: { ...outcome, reading: { ...outcome.reading, links: outcome.reading.links.map(change) } } };
}
