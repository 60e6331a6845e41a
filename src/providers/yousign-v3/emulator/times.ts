const day = 24 * 60 * 60 * 1000;

/** The last second of a day, `2025-07-10`, where the time zone is. */
export function endOfDay(date: string, timeZone: string): number {
  const there = Date.parse(`${date}T23:59:59Z`);
  return there - offsetAt(there, timeZone);
}

/** The day six months later, as the API sets it by itself. */
export function halfAYearAfter(milliseconds: number): string {
  const date = new Date(milliseconds);
  date.setUTCMonth(date.getUTCMonth() + 6);
  return date.toISOString().slice(0, 10);
}

export function daysAfter(milliseconds: number, days: number): number {
  return milliseconds + days * day;
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** Making one takes longer than all that is done with it. */
function formatFor(timeZone: string): Intl.DateTimeFormat {
  const name = timeZone.toLowerCase();
  const format = formats.get(name) ?? new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' });
  // Only what exists is kept, and there are a few hundred.
  formats.set(name, format);
  return format;
}

/** How far the clocks of a time zone are ahead; a zone that is not known has none of its own. */
function offsetAt(milliseconds: number, timeZone: string): number {
  try {
    const name =
      formatFor(timeZone)
        .formatToParts(milliseconds)
        .find(({ type }) => type === 'timeZoneName')?.value ?? '';
    const [, sign = '+', hours = '0', minutes = '0'] = /GMT([+-])(\d{2}):(\d{2})/.exec(name) ?? [];
    return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000;
  } catch {
    // No such time zone.
    return 0;
  }
}
