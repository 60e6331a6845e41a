import { pageLanguage } from './pageLanguage';

/** A point in time as people of the editor's language write it. */
export function moment(iso: string): string {
  const date = new Date(iso);
  if (Number.isNaN(date.getTime())) return iso;
  return date.toLocaleString(region(), { dateStyle: 'medium', timeStyle: 'medium' });
}

export function timeOfDay(time: number | string): string {
  return new Date(time).toLocaleTimeString(region());
}

/** Who reads English may live anywhere: the browser knows. */
function region(): string | undefined {
  const language = pageLanguage();
  return language === 'en' ? undefined : language;
}
