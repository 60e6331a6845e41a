import * as z from 'zod';
import { idShapes } from '../../../core/idShapes';
import { requiredChoice } from '../../../kit/fields';
import { sampleIds } from './sampleIds';

/*
 * Fields that several calls share. Meta data stands on the outermost schema, so that an optional field keeps it.
 */

/** The id of something: a bare UUID everywhere. */
export function id(title: string, description: string, example: string) {
  return z
    .string()
    .regex(idShapes.uuid.pattern)
    .meta({
      title,
      description,
      examples: [example],
      idShape: 'uuid',
      errorMessage: `Enter a UUID, for example ${example}.`,
    });
}

/** May be left out; what is said of the field stays. */
export function maybe<S extends z.ZodType>(schema: S) {
  return schema.optional().meta(schema.meta() ?? {});
}

/** May be left out, or null for what the label says. */
export function orNull<S extends z.ZodType>(schema: S, nullLabel = 'None') {
  return schema
    .nullable()
    .optional()
    .meta({ ...schema.meta(), nullLabel });
}

export const signatureRequestId = id(
  'Signature request ID',
  'Which signature request.',
  sampleIds.signatureRequest,
).meta({ refersTo: 'signature-requests' });

export const ofSignatureRequest = z.object({ signatureRequestId });

const locales = {
  en: 'English',
  fr: 'French',
  de: 'German',
  it: 'Italian',
  nl: 'Dutch',
  es: 'Spanish',
  pl: 'Polish',
} as const;

export function locale(description: string) {
  return requiredChoice(locales, 'Language', description, { examples: ['en'] });
}

/** Where a list goes on, and how much of it is returned at once. */
export const paging = {
  after: z
    .string()
    .min(1)
    .optional()
    .meta({ title: 'After', description: 'Where to go on: the next_cursor of the page before.' }),
  limit: z
    .int()
    .min(1)
    .max(100)
    .optional()
    .meta({
      title: 'Limit',
      description: 'How many a page holds: 1 to 100, 100 when left out.',
      examples: [20],
      alsoAccepts: 'string',
    }),
};

/** A page of a list; the last one has no cursor. */
export function pageOf<Item extends z.ZodType>(item: Item) {
  return z.object({ meta: z.object({ next_cursor: z.string().nullable() }), data: z.array(item) });
}
