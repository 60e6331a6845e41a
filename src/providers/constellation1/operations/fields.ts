import * as z from 'zod';
import { requiredText } from '../../../kit/fields';

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
    refersTo: 'sessions',
  });

export const signerId = z
  .string()
  .min(1)
  .meta({
    title: 'Signer ID',
    description: 'ID of the signer, a GUID.',
    examples: ['516e0000-0000-4000-8000-000000000021'],
    idShape: 'uuid',
    offeredFrom: 'signers',
  });

export const pageSize = z
  .int()
  .min(1)
  .max(50)
  .meta({
    title: 'Page size',
    description: 'How many stand on a page, at most 50.',
    examples: [50],
    initial: 50,
    alsoAccepts: 'string',
  });

export const pageNumber = z
  .int()
  .min(0)
  .meta({ title: 'Page', description: 'The first page is 0.', examples: [0], initial: 0, alsoAccepts: 'string' });

export const returnUrl = requiredText('Return URL', 'Your host URL.', 'https://example.com/back');

export const userName = requiredText(
  'User name',
  'E-mail address of the user of eSign on whose behalf the call is made.',
  'agent@example.com',
);

export const transactionId = requiredText('Transaction ID', 'ID of the transaction in your own system.', 'TX-2031');
