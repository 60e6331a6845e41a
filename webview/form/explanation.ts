import type { FormField } from '../../src/protocol/form';

/** What stands under a field. The limits are left out where the description names them already. */
export function explain({ description, hint }: Pick<FormField, 'description' | 'hint'>): string {
  if (description === undefined || hint === undefined) return description ?? hint ?? '';
  return description.toLowerCase().includes(hint.toLowerCase()) ? description : `${description} · ${hint}`;
}
