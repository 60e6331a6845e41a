const phoneField = /phone|mobile|cell|whatsapp|fax|(?:^|[^a-z])(?:tel|sms)(?:$|[^a-z])/i;
const proseField = /message|subject|text|title|note|label|method|type/i;

/** The digits of the number that a field for phone numbers holds, with its plus sign; undefined for anything else. */
export function phoneIn(field: string, value: unknown): string | undefined {
  if (!phoneField.test(field) || proseField.test(field)) return undefined;
  const text = typeof value === 'number' ? String(value) : value;
  if (typeof text !== 'string') return undefined;
  const digits = text.replace(/\D/g, '');
  return digits.length < fewestDigits ? undefined : `${text.trim().startsWith('+') ? '+' : ''}${digits}`;
}

/** Of a number that reaches somebody; an extension or a year is none. */
const fewestDigits = 6;
