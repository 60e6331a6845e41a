import { webUrl } from '../addresses/webAddress';
import type { Operation } from '../provider';
import type { Secret } from '../sending/run';
import { isLinkWithKey, isSecretValue, looksSecret } from './looks';
import { type SecretNames, secretNames } from './secretNames';
import { wellKnownName } from './wellKnownNames';

/** The secrets that a body brings, with any status, so that they are found wherever else they are repeated. */
export function secretsOfReply(operation: Operation, body: unknown): readonly Secret[] {
  const names = secretNames(operation, 'reply');
  const secrets: Secret[] = [];
  const open: Open[] = [{ value: body, path: [] }];
  for (let next = open.pop(); next !== undefined && secrets.length < mostSecrets; next = open.pop()) {
    const { value, path } = next;
    if (typeof value === 'string') secrets.push(...secretsOfText(value, path, names));
    else if (typeof value === 'object' && value !== null) open.push(...inner(value, path));
  }
  return secrets;
}

/** The token inside a link opens it as well as the link does. */
export function secretsOfLink(url: string): readonly Secret[] {
  const parameters = [...(webUrl(url)?.searchParams ?? [])];
  const keys = parameters.filter(([name, value]) => {
    const verdict = wellKnownName(name);
    return verdict !== undefined && isSecretValue(value, verdict);
  });
  return [{ name: 'signing link', value: url }, ...keys.map(([name, value]) => ({ name, value }))];
}

interface Open {
  readonly value: unknown;
  readonly path: readonly (string | number)[];
}

function inner(value: object, path: Open['path']): readonly Open[] {
  const above = path.slice(1 - nearest);
  if (Array.isArray(value)) return value.map((item: unknown, index) => ({ value: item, path: [...above, index] }));
  return Object.entries(value).map(([key, item]) => ({ value: item as unknown, path: [...above, key] }));
}

function secretsOfText(value: string, path: Open['path'], names: SecretNames): readonly Secret[] {
  const named = names.at(path);
  if (named !== undefined && isSecretValue(value, named.verdict)) return [{ name: named.name, value }];
  if (looksSecret(value)) return [{ name: 'token', value }];
  return isLinkWithKey(value) ? [{ name: 'signing link', value }] : [];
}

const nearest = 6;
const mostSecrets = 20_000;
