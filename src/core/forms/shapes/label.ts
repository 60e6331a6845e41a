import type { EnumOption, EnumShape, Meta } from './shape';

/** The title of a property; without one its name, made readable. */
export function labelOf(key: string, meta: Meta): string {
  return meta.title ?? readable(key);
}

/** The text of one value of an enumeration. */
export function optionLabel({ meta, options }: EnumShape, { value, title }: EnumOption): string {
  const text = String(value);
  const labels = meta.labels ?? {};
  if (Object.hasOwn(labels, text)) return labels[text] ?? text;
  return title !== undefined && options.length > 1 ? title : text;
}

const initials = new Set(['api', 'csv', 'html', 'id', 'ip', 'json', 'otp', 'pdf', 'sms', 'uri', 'url', 'uuid', 'xml']);

/** `first_name` is "First name", `UserEmail` "User email", `returnURL` "Return URL". */
export function readable(key: string): string {
  const words = key
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1 $2')
    .split(/[\s_.-]+/)
    .filter((word) => word !== '')
    .map((word) => (initials.has(word.toLowerCase()) ? word.toUpperCase() : lowered(word)));
  const text = words.join(' ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function lowered(word: string): string {
  return /^[A-Z]{2,}$/.test(word) ? word : word.toLowerCase();
}
