import { t } from '@vscode/l10n';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** How long ago something was, as short as a row wants it: "now", "5 min ago", "2 h ago", "3 d ago", then its date. */
export function agoText(time: number, now: number, language: string): string {
  const ago = Math.max(0, now - time);
  if (ago < minute) return t('now');
  if (ago < hour) return t('{0} min ago', Math.floor(ago / minute));
  if (ago < day) return t('{0} h ago', Math.floor(ago / hour));
  if (ago < 7 * day) return t('{0} d ago', Math.floor(ago / day));
  return new Date(time).toLocaleDateString(language, { year: 'numeric', month: 'short', day: 'numeric' });
}

/** "Today", "Yesterday", or the date of the local day. */
export function dayTitle(time: number, now: number, language: string): string {
  const midnight = (date: Date): number => new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();
  const then = new Date(time);
  const daysAgo = Math.round((midnight(new Date(now)) - midnight(then)) / day);
  if (daysAgo === 0) return t('Today');
  if (daysAgo === 1) return t('Yesterday');
  return then.toLocaleDateString(language, { year: 'numeric', month: 'long', day: 'numeric' });
}
