import * as z from 'zod';

/*
 * Fields that several calls share. Meta data stands on the outermost schema, so that an optional field keeps it.
 */

export const documentId = z
  .string()
  .min(1)
  .meta({
    title: 'Document ID',
    description: 'ID of the document, 40 characters.',
    examples: ['016c8d15f909003085ed074a06236bc50bb3e1c3'],
    idShape: 'hex40',
  });

export const documentGroupId = z
  .string()
  .min(1)
  .meta({
    title: 'Document group ID',
    description: 'ID of the document group, 40 or 64 characters.',
    examples: ['9f4c1de8a27b4b0d8e35c6f2a1907d54be38c6f0'],
    idShape: 'hex40or64',
  });

const address = z.email({ pattern: /^[^\s@]+@[^\s@]+$/ }).max(150);

export function emailField(description: string) {
  return address.meta({
    title: 'E-mail',
    description,
    examples: ['signer@email.com'],
    errorMessage: 'Enter an e-mail address of at most 150 characters, for example signer@email.com.',
  });
}

export const authMethod = z.enum(['none', 'password', 'email', 'mfa', 'social', 'biometric', 'other']).meta({
  title: 'Authentication',
  description: 'How the application that embeds the signing has authenticated the signer.',
  examples: ['none'],
  initial: 'none',
  labels: {
    none: 'None',
    password: 'Password',
    email: 'E-mail',
    mfa: 'Multi-factor (mfa)',
    social: 'Social login',
    biometric: 'Biometric',
    other: 'Other',
  },
});

export const linkExpiration = z
  .int()
  .min(15)
  .max(45)
  .nullable()
  .optional()
  .meta({
    title: 'Link expiration',
    description: 'In how many minutes the link expires: 15 to 45. Required by the documentation, optional in clients.',
    examples: [15],
    initial: 15,
    nullLabel: "The API's default",
    errorMessage: 'Enter 15 to 45 minutes, or null.',
  });

export const sessionExpiration = z
  .int()
  .min(15)
  .max(1440)
  .optional()
  .meta({
    title: 'Session expiration',
    description: 'In how many minutes the signing session expires: 15 to 1440.',
    examples: [60],
  });

/** Under `data`, as both link calls answer. */
export const linkReply = z.object({
  data: z.object({ link: z.url().meta({ title: 'Signing link', secret: true }) }),
});
