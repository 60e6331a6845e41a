import * as z from 'zod';

/*
 * Fields that several calls share. Meta data stands on the outermost schema, so that an optional field keeps it.
 */

/** What the documentation prints in place of every UUID; the emulator has one object of each kind by this name. */
export const sampleUuid = 'XXXXXXXX-XXXX-XXXX-XXXX-XXXXXXXXXXXX';

/**
 * An ID as it stands in bodies, `/members/<uuid>`. The documentation prints placeholders in place of the UUID, and so
 * do its users: what stands behind the slash is left to the server.
 */
export function objectId(kind: string) {
  return z.string().regex(new RegExp(`^/${kind}/[^/\\s]+$`));
}

export function aboutId(kind: string, title: string, description: string): z.GlobalMeta {
  return {
    title,
    description,
    examples: [`/${kind}/${sampleUuid}`],
    idShape: 'iri',
    errorMessage: `Enter an ID such as /${kind}/${sampleUuid}.`,
  };
}

/** The part of an ID behind the last slash, as it stands in paths. */
export function pathId(kind: string, noun: string, refersTo?: string) {
  return z.object({
    id: z
      .string()
      .regex(/^[^/\s]+$/)
      .meta({
        title: `${noun} ID`,
        description: `The part of the ID behind /${kind}/.`,
        examples: [sampleUuid],
        idShape: 'uuid',
        ...(refersTo !== undefined && { refersTo }),
        errorMessage: `Enter the part of the ID behind /${kind}/, for example ${sampleUuid}.`,
      }),
  });
}

/** Free-form values that the API keeps. */
export const metadata = z
  .record(z.string(), z.json())
  .optional()
  .meta({ title: 'Metadata', description: 'Keys and values of your own.', examples: [{ reference: 'A-42' }] });

/** An address as the API takes it; its domain must exist. */
export const email = z.email({ pattern: /^[^\s@]+@[^\s@]+$/ });

/** With plus sign and country code. */
export const phone = z.e164();

/** PHP does not tell an empty map from an empty list. */
export function phpMap<S extends z.ZodType>(schema: S) {
  return z.union([schema, z.array(z.never())]);
}
