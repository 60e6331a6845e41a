import { t } from '@vscode/l10n';
import type { Token } from '../../auth';
import { nameOfValue } from '../../replies/judging/departures';
import { ownValue } from '../../typing/ownValue';

/** The token call was answered, and no token can be taken from the answer. The message says what came. */
export class UnusableToken extends Error {
  override readonly name = 'UnusableToken';
}

export interface TokenNames {
  readonly token: string;
  readonly refresh?: string;
  /** Of a lifetime in seconds. */
  readonly lifetime?: string;
}

/**
 * The token in the JSON of a token reply, taken as far as it is usable: a lifetime may be a number or its digits, and
 * is unknown when it is missing. Throws UnusableToken when there is no token.
 */
export function readToken(reply: unknown, names: TokenNames, now: number): Token {
  const accessToken = tokenIn(reply, names.token);
  const refreshToken = names.refresh === undefined ? undefined : ownValue(reply, names.refresh);
  const seconds = names.lifetime === undefined ? undefined : secondsOf(ownValue(reply, names.lifetime));
  return {
    accessToken,
    ...(typeof refreshToken === 'string' && refreshToken !== '' && { refreshToken }),
    ...(seconds !== undefined && { expiresAt: now + seconds * 1000 }),
  };
}

/** Some servers hand out the whole header; who sends the token writes its own. */
const scheme = /^bearer\s+/i;

/** What may stand in a header, and so in a token. */
const headerText = /^[\x20-\x7e\x80-\xff]+$/;

function tokenIn(reply: unknown, name: string): string {
  if (typeof reply !== 'object' || reply === null || Array.isArray(reply)) {
    throw new UnusableToken(t('{0} came, where an object with "{1}" is documented.', nameOfValue(reply), name));
  }
  const value = ownValue(reply, name);
  if (value === undefined) throw new UnusableToken(t('it has no "{0}".', name));
  if (typeof value !== 'string') throw new UnusableToken(t('"{0}" is {1}, not text.', name, nameOfValue(value)));
  const token = value.trim().replace(scheme, '');
  if (token === '') throw new UnusableToken(t('"{0}" is empty.', name));
  if (!headerText.test(token)) throw new UnusableToken(t('"{0}" holds a character that no header may hold.', name));
  return token;
}

function secondsOf(value: unknown): number | undefined {
  const isDigits = typeof value === 'string' && /^\s*\d+(\.\d+)?\s*$/.test(value);
  const seconds = isDigits ? Number(value) : value;
  return typeof seconds === 'number' && Number.isFinite(seconds) && seconds > 0 ? seconds : undefined;
}
