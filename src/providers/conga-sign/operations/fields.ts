import * as z from 'zod';
import { list, requiredText } from '../../../kit/fields';

/*
 * Fields that several calls share. Neither OpenAPI description limits their length, so no schema here does.
 * Meta data stands on the outermost schema, so that an optional field keeps it.
 */

const packageId = z
  .string()
  .min(1)
  .meta({
    title: 'Package ID',
    description: 'ID of the package (transaction).',
    examples: ['9xZvSoqg-ksfWUMGUDjmt1D4tzA='],
    idShape: 'base64url28',
    refersTo: 'packages',
  });

const roleId = requiredText(
  'Role ID',
  'ID of the role in the package, given or generated when it was added.',
  'Signer5',
).meta({ offeredFrom: 'roles' });

export const packagePath = z.object({ packageId });

export const rolePath = z.object({ packageId, roleId });

/** Packages of the examples, which the emulator has. */
export const draft = { packageId: '9xZvSoqg-ksfWUMGUDjmt1D4tzA=' };
export const sent = { packageId: 'Sx8mQe4tWv1yBn6kRj3pZa5dFuc=' };
/** Sent, to signers who must prove who they are and attach something. */
export const guarded = { packageId: 'Gd9kRw3mZx6vLb1tYq8nHc5sPje=' };

interface Words {
  readonly title: string;
  readonly description: string;
}

/** Free-form values that the API keeps without reading them. */
export function freeForm({ title, description }: Words) {
  return z.record(z.string(), z.unknown()).nullable().optional().meta({ title, description, nullLabel: 'None' });
}

/** As Conga's description lists them; OneSpan's takes any text, and its SDKs send a country behind the language. */
export const languages = [
  'en',
  'fr',
  'it',
  'ru',
  'es',
  'pt',
  'de',
  'nl',
  'da',
  'el',
  'zh-CN',
  'zh-TW',
  'ja',
  'ko',
] as const;

export function languageField(description: string) {
  return optionalText('Language', `${description} Conga lists ${languages.join(', ')}.`, 'en', 'fr').meta({
    writtenAs: 'language',
    listed: languages,
  });
}

/** Text that may be left out, or be null where nothing is set. */
export function optionalText(title: string, description: string, ...examples: readonly string[]) {
  return z
    .string()
    .nullable()
    .optional()
    .meta({
      title,
      description,
      nullLabel: 'None',
      nullIsAnswered: true,
      ...(examples.length > 0 && { examples: [...examples] }),
    });
}

export const specialTypes = list(
  z.enum(['NOTARY']),
  'Special types',
  'Special features. Only NOTARY is supported.',
  'Special type',
);

/** As replies print times: `2017-11-16T16:53:01Z`. */
export function timestamp(title: string, description: string) {
  return z
    .string()
    .nullable()
    .optional()
    .meta({
      title,
      description,
      examples: ['2017-11-16T16:53:01Z'],
      writtenAs: 'date-time',
      nullLabel: 'None',
    });
}
