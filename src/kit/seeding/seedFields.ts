import * as z from 'zod';
import { writeDataUri } from '../../core/attachments/dataUri';
import { pdfOf } from '../files/pdf';

/*
 * Words that seeds of all APIs have in common, so that people and documents can be copied from one to another.
 */

const text = (title: string, description: string, example: string) =>
  z
    .string()
    .min(1)
    .meta({ title, description, examples: [example] });

export const seedEmail = z
  .string()
  .regex(/^[^\s@]+@[^\s@]+$/)
  .meta({
    title: 'E-mail',
    description: 'Where they are reached; nothing is mailed.',
    examples: ['anna@example.com'],
    errorMessage: 'Enter an e-mail address, for example anna@example.com.',
  });

const order = z.exactOptional(
  z.int().min(1).meta({ title: 'Order', description: 'Who has the lower number signs before; the same together.' }),
);

export const firstName = text('First name', 'Of the person.', 'Anna');
export const lastName = text('Last name', 'Of the person.', 'Berg');
export const seedPhone = text('Phone', 'With plus sign and country code.', '+33612345678');
export const seedRole = text('Role', 'Whose part they take.', 'Tenant');

/** Somebody with a full name, as most APIs want it. */
export const namedRecipient = { email: seedEmail, firstName, lastName, order };

/** Somebody whose name may be left out. */
export const plainRecipient = {
  email: seedEmail,
  firstName: z.exactOptional(firstName),
  lastName: z.exactOptional(lastName),
  order,
};

export const seedDocumentName = text('Name', 'What the document is called.', 'Lease agreement');

/** What is signed, and whether anybody was asked yet. */
export const seedDocument = {
  name: seedDocumentName,
  file: z.exactOptional(
    text('File', 'Beside the seed, or a data: URI. A page with the name of the document without it.', 'lease.pdf'),
  ),
};

export const seedSent = z.exactOptional(
  z.boolean().meta({
    title: 'Sent',
    description:
      'Recipients are asked; such mails are not among the deliveries. True without it, where there are some.',
  }),
);

/** What the call takes that uploads it. */
export function fileOf({ name, file }: { readonly name: string; readonly file?: string | undefined }): string {
  return file ?? writeDataUri({ name: `${name}.pdf`, mediaType: 'application/pdf', bytes: pdfOf([name]) });
}

/** By their numbers, and as they are written where these are the same. */
export function inWrittenOrder<Item extends { readonly order?: number | undefined }>(
  items: readonly Item[],
): readonly { readonly item: Item; readonly index: number }[] {
  return items
    .map((item, index) => ({ item, index }))
    .toSorted((one, other) => (one.item.order ?? 1) - (other.item.order ?? 1));
}
