import * as z from 'zod';

/* Values of replies that the descriptions do not require, or that samples hold as null against them. */

export const nullableText = z.string().nullable().optional();
export const nullableFlag = z.boolean().nullable().optional();
export const nullableNumber = z.number().nullable().optional();
export const nullableWholeNumber = z.int().nullable().optional();

/** What the product neither reads nor shows. */
export const json = z.unknown().optional();

/** What people may add to an object. */
export const ownValues = {
  userCustomFields: z.array(z.unknown()),
  professionalIdentityFields: z.array(z.unknown()),
  specialTypes: z.array(z.string()).nullable().optional(),
};
