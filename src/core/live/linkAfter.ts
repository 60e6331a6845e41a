import type { SigningLink } from '../operation';

/** A link of an emulator whose clock went ahead: by the clock of this machine it ends so much sooner. */
export function linkAfter(link: SigningLink, minutes: number): SigningLink {
  if (link.expiresAt === undefined) return link;
  // Moments before all calendars are no dates.
  return { ...link, expiresAt: Math.max(0, link.expiresAt - minutes * 60_000) };
}
