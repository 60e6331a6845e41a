import * as z from 'zod';
import { choice, requiredChoice } from '../../../kit/fields';

/*
 * Fields that several calls share. Meta data stands on the outermost schema, so that an optional field keeps it.
 */

const documentId = z
  .string()
  .min(1)
  .meta({
    title: 'Document ID',
    description: 'ID of the document, 40 characters.',
    examples: ['016c8d15f909003085ed074a06236bc50bb3e1c3'],
    idShape: 'hex40',
    refersTo: 'documents',
  });

const documentGroupId = z
  .string()
  .min(1)
  .meta({
    title: 'Document group ID',
    description: 'ID of the document group, 40 or 64 characters.',
    examples: ['9f4c1de8a27b4b0d8e35c6f2a1907d54be38c6f0'],
    idShape: 'hex40or64',
    refersTo: 'document-groups',
  });

export const documentPath = z.object({ document_id: documentId });

export const documentGroupPath = z.object({ document_group_id: documentGroupId });

/** Which groups a list shows, those changed last first. */
export const pageOfGroups = z.object({
  limit: z
    .int()
    .min(1)
    .max(50)
    .meta({
      title: 'Limit',
      description: 'How many groups to return: 1 to 50.',
      examples: [50],
      initial: 50,
      alsoAccepts: 'string',
    }),
  offset: z
    .int()
    .min(0)
    .meta({
      title: 'Offset',
      description: 'How many groups to skip.',
      examples: [0],
      initial: 0,
      alsoAccepts: 'string',
    }),
});

export const clientTimestamp = z
  .union([
    z.int().meta({ title: 'Unix time', examples: [1794902400] }),
    z.iso.datetime({ offset: true }).meta({
      title: 'Date',
      examples: ['2026-11-17T12:00:00.000Z'],
      errorMessage: 'Enter a Unix time, or a date such as 2026-11-17T12:00:00.000Z.',
    }),
  ])
  .optional()
  .meta({
    title: 'Time of the client',
    description:
      'Unix time of the computer that sends. For groups of templates the example of the official Node client writes a date.',
    alsoAccepts: 'string',
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

export const qualifiedMeanings = {
  eideasy: 'Signature through eID Easy, which brings together European identity services.',
  'eideasy-pdf': 'The same as a signature within the PDF.',
  nom151: 'Proof of conservation by the Mexican standard NOM-151.',
};

const authMethods = {
  none: 'None',
  password: 'Password',
  email: 'E-mail',
  mfa: 'Multi-factor (mfa)',
  social: 'Social login',
  biometric: 'Biometric',
  other: 'Other',
};

const authWords = [
  'Authentication',
  'How the application that embeds the signing has authenticated the signer.',
  {
    examples: ['none'],
    initial: 'none',
    meanings: {
      none: 'Not at all.',
      password: 'By a password of your application.',
      email: 'By an e-mail with a link or code.',
      mfa: 'By more than one proof.',
      social: 'By the account of a social network.',
      biometric: 'By a finger, a face or the like.',
      other: 'In any other way.',
    },
  },
] as const;

export const authMethod = requiredChoice(authMethods, ...authWords);

/** Required by the documentation, and left out by an example of an official client. */
export const looseAuthMethod = choice(authMethods, ...authWords);

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

export function roleId<Id extends z.ZodType>(id: Id, description: string): Id {
  return id.meta({
    title: 'Role ID',
    description,
    examples: ['c8de4237e6dc4c7e8d897e2adad75b2b0b5ba659'],
    idShape: 'hex40',
  });
}

export function roleName(description: string) {
  return z
    .string()
    .min(1)
    .optional()
    .meta({ title: 'Role', description, examples: ['Signer 1'] });
}

/** Of a signer, or of a step with its signers. */
export function signingOrder(description: string, extra: Pick<z.GlobalMeta, 'alsoAccepts'> = {}) {
  return z
    .int()
    .min(1)
    .meta({
      title: 'Order',
      description,
      examples: [1],
      initial: 1,
      errorMessage: 'Enter a whole number of 1 or more.',
      turns: 'order',
      ...extra,
    });
}

export const newSignature = z
  .literal([0, 1])
  .optional()
  .meta({
    title: 'Force new signature',
    description: 'The signer has to draw a new signature instead of using a stored one.',
    labels: { 0: 'No', 1: 'Yes' },
  });
