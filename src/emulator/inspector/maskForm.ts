import { mask } from '../../core/secrets/mask';
import type { Masker } from '../../core/secrets/masker';
import { wellKnownName } from '../../core/secrets/names/wellKnownNames';

/** Fields of a form that nobody describes, a line each: what is called like a secret is one. */
export function maskForm(text: string, masker: Masker): string {
  const lines = [...new URLSearchParams(text)].map(([name, value]) => {
    const isSecret = value !== '' && wellKnownName(name) !== undefined;
    const shown = masker.text(name);
    return `${shown}=${isSecret ? mask(shown) : masker.text(value)}`;
  });
  return lines.join('\n');
}
