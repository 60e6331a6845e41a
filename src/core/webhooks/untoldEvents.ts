import type { UntoldEvents } from './webhooks';

/** Why the emulator does not tell an event; undefined for one that it does. */
export function reasonUntold(untold: readonly UntoldEvents[], event: string): string | undefined {
  return untold.find(({ events }) => events.includes(event))?.reason;
}

/** That the emulator does not tell an event, for whoever is about to choose it. */
export function untoldNote(untold: readonly UntoldEvents[], event: string): string | undefined {
  const reason = reasonUntold(untold, event);
  return reason === undefined ? undefined : `The emulator does not tell this: ${reason}`;
}

/** What events mean, and of which the emulator tells nothing. */
export function withUntold<Event extends string>(
  meanings: Readonly<Record<Event, string>>,
  untold: readonly UntoldEvents[],
): Readonly<Record<Event, string>> {
  const noted = Object.entries<string>(meanings).map(([event, meaning]) => {
    const note = untoldNote(untold, event);
    return [event, note === undefined ? meaning : `${meaning} ${note}`];
  });
  return Object.fromEntries(noted);
}
