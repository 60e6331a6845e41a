import { webUrl } from '../addresses/webAddress';
import type { Secret } from '../sending/run';
import { isSecretValue } from './names/looks';
import { wellKnownName } from './names/wellKnownNames';

/** The token inside a link opens it as well as the link does. */
export function secretsOfLink(url: string): readonly Secret[] {
  const parameters = [...(webUrl(url)?.searchParams ?? [])];
  const keys = parameters.filter(([name, value]) => {
    const verdict = wellKnownName(name);
    return verdict !== undefined && isSecretValue(value, verdict);
  });
  return [{ name: 'signing link', value: url }, ...keys.map(([name, value]) => ({ name, value }))];
}
