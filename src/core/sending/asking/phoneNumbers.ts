const phoneField = /phone|mobile|cell|whatsapp|fax|(?:^|[^a-z])(?:tel|sms)(?:$|[^a-z])/i;
const proseField = /message|subject|text|title|note|label|method|type/i;

/**
 * The digits of the number that a field for phone numbers holds, with its plus sign, or that stands anywhere in its
 * international form; undefined for anything else.
 */
export function phoneIn(field: string, value: unknown): string | undefined {
  const isPhone = (phoneField.test(field) && !proseField.test(field)) || isUnmistakable(value);
  if (!isPhone) return undefined;
  const text = typeof value === 'number' ? String(value) : value;
  if (typeof text !== 'string') return undefined;
  const digits = text.replace(/\D/g, '');
  return digits.length < fewestDigits ? undefined : `${/^\D*\+/.test(text) ? '+' : ''}${digits}`;
}

function isUnmistakable(value: unknown): boolean {
  return typeof value === 'string' && value.length < 40 && international.test(value.trim());
}

/** Of E.164, with or without what calls or texts it in front. */
const international = /^(?:(?:tel|sms|callto|whatsapp):)?\+[1-9](?:[ ().-]{0,2}\d){7,14}$/i;

/** Of a number that reaches somebody; an extension or a year is none. */
const fewestDigits = 6;
