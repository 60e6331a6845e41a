import * as z from 'zod';

/*
 * Fields that several calls share. No length is documented, so no schema here limits one. Meta data stands on the
 * outermost schema, so that an optional field keeps it.
 */

export const sessionId = z
  .string()
  .min(1)
  .meta({
    title: 'Session ID',
    description: 'ID of the signing session, a GUID.',
    examples: ['5e551011-0000-4000-8000-000000000002'],
    idShape: 'uuid',
  });

export const returnUrl = z
  .string()
  .min(1)
  .meta({
    title: 'Return URL',
    description: 'Your host URL.',
    examples: ['https://example.com/back'],
  });

export const userName = z
  .string()
  .min(1)
  .meta({
    title: 'User name',
    description: 'E-mail address of the user of eSign on whose behalf the call is made.',
    examples: ['agent@example.com'],
  });

export const transactionId = z
  .string()
  .min(1)
  .meta({
    title: 'Transaction ID',
    description: 'ID of the transaction in your own system.',
    examples: ['TX-2031'],
  });

export function text(title: string, description: string, ...examples: readonly string[]) {
  return z
    .string()
    .optional()
    .meta({ title, description, ...(examples.length > 0 && { examples: [...examples] }) });
}

export function longText(title: string, description: string) {
  return z.string().optional().meta({ title, description, widget: 'textarea' });
}

export function secretText(title: string, description: string) {
  return z.string().optional().meta({ title, description, secret: true });
}

export function flag(title: string, description: string) {
  return z.boolean().optional().meta({ title, description, alsoAccepts: 'string' });
}

export function wholeNumber(title: string, description: string, ...examples: readonly number[]) {
  return z
    .int()
    .optional()
    .meta({ title, description, alsoAccepts: 'string', ...(examples.length > 0 && { examples: [...examples] }) });
}

export function image(title: string, description: string) {
  return z
    .string()
    .optional()
    .meta({ title, description, widget: 'fileBase64', extensions: ['png', 'jpg', 'jpeg'] });
}
