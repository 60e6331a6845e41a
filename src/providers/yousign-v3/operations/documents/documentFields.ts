import * as z from 'zod';
import { requiredChoice, secretText } from '../../../../kit/fields';
import { id, maybe } from '../fields';
import { sampleIds } from '../sampleIds';

export const nature = requiredChoice(
  { attachment: 'Attachment', signable_document: 'To be signed' },
  'Nature',
  'Whether it is signed, or only read. To be signed: PDF or Word; an attachment may be a picture, too.',
  {
    examples: ['signable_document'],
    meanings: { attachment: 'Only to be read.', signable_document: 'Signers sign it.' },
  },
);

export const documentName = maybe(
  z
    .string()
    .min(1)
    .max(128)
    .regex(/^(?!\s)[^/\\]+(?<!\s)$/)
    .meta({
      title: 'Name',
      description: 'What it is called, 1 to 128 characters. The name of the file when left out.',
      examples: ['Lease agreement'],
      errorMessage: 'Use 1 to 128 characters, without slashes and without blanks at either end.',
    }),
);

export const after = id('After', 'The document that it comes behind. The last one when left out.', sampleIds.document);

export const password = secretText('Password', 'Of a PDF that is protected. Signers can be added once it is open.');

export const alignment = z.enum(['left', 'right', 'center']).meta({
  title: 'Initials: alignment',
  description: 'Where the initials of the signers stand on every page.',
  labels: { left: 'At the left', right: 'At the right', center: 'In the middle' },
  examples: ['right'],
});

export const initialsHeight = z
  .int()
  .min(0)
  .meta({
    title: 'Initials: Y',
    description: 'Points from the upper edge of the page.',
    examples: [800],
    alsoAccepts: 'string',
  });
