import type { Choice, FormField } from '../../../src/protocol/form';
import { listedTexts } from './listedTexts';

/** What a text may be: as the connection knows it, else as a source lists it, else as everybody does. */
export function knownTexts(field: FormField, suggested: readonly Choice[] | undefined): readonly Choice[] {
  if (suggested !== undefined || field.kind !== 'text') return suggested ?? [];
  const like = field.examples?.find((example) => typeof example === 'string') ?? '';
  return field.listed ?? listedTexts(field.form, like);
}
