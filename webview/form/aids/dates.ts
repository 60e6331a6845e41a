import type { TextForm } from '../../../src/protocol/form';
import { pageLanguage } from '../../pageLanguage';

type Kind = Extract<TextForm, 'date' | 'date-time'>;

const dotNet = /^\/Date\((-?\d+)\)\/$/;
const iso = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2})?/;

/**
 * A text as an input of the browser takes it: what a clock on the wall shows where the text is from, so that its zone
 * stays what it is. Counted seconds and milliseconds are those of UTC.
 */
export function pickedOf(text: string, kind: Kind): string | undefined {
  const length = kind === 'date' ? 10 : 16;
  if (iso.test(text)) return text.length >= length ? text.slice(0, length) : `${text.slice(0, 10)}T00:00`;
  const time = countedTime(text);
  return time === undefined || Number.isNaN(time.getTime()) ? undefined : time.toISOString().slice(0, length);
}

/** What was picked, written the way the text before was: its zone, its fraction of a second, its way to count. */
export function withPicked(picked: string, like: string, kind: Kind): string {
  const day = picked.slice(0, 10);
  const minutes = picked.slice(10, 16) || 'T00:00';
  if (dotNet.test(like)) return `/Date(${Date.parse(`${day}${minutes}Z`)})/`;
  if (/^\d{13}$/.test(like)) return String(Date.parse(`${day}${minutes}Z`));
  if (/^\d{9,10}$/.test(like)) return String(Date.parse(`${day}${minutes}Z`) / 1000);
  if (kind === 'date' || (iso.test(like) && like.length === 10))
    return day + (kind === 'date' && iso.test(like) ? like.slice(10) : '');
  return day + minutes + (iso.test(like) && like.length >= 16 ? like.slice(16) : ':00Z');
}

/** "Saturday 31 January 2026"; empty for what is no date. */
export function dayInWords(text: string): string {
  const picked = pickedOf(text, 'date');
  const time = picked === undefined ? Number.NaN : Date.parse(`${picked}T00:00:00Z`);
  if (Number.isNaN(time)) return '';
  const language = pageLanguage();
  // The day before the month, as everybody but the United States reads it.
  const locale = language === 'en' ? 'en-GB' : language;
  return new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeZone: 'UTC' }).format(time);
}

function countedTime(text: string): Date | undefined {
  const milliseconds = dotNet.exec(text)?.[1] ?? /^\d{13}$/.exec(text)?.[0];
  if (milliseconds !== undefined) return new Date(Number(milliseconds));
  return /^\d{9,10}$/.test(text) ? new Date(Number(text) * 1000) : undefined;
}
