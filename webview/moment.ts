import { pageLanguage } from './pageLanguage';

/** A point in time as people of the editor's language write it. */
export function moment(iso: string): string {
  const date = new Date(iso);
  if (Number.isNaN(date.getTime())) return iso;
  const language = pageLanguage();
  return date.toLocaleString(language === 'en' ? undefined : language, { dateStyle: 'medium', timeStyle: 'medium' });
}
