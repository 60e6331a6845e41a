import { t } from '@vscode/l10n';
import { shortened } from '../quoting/shortened';
import { remembered } from '../typing/remembered';
import { dotSegment } from './dotSegment';
import { codePoint, oddCharacter } from './oddCharacter';

export interface BaseUrl {
  readonly kind: 'baseUrl';
  /** Normalised: what was checked is what is joined. Without a trailing slash. */
  readonly url: string;
  /** Scheme, host and port. */
  readonly origin: string;
  /** This machine. */
  readonly isLoopback: boolean;
}

/** Why a text cannot be the part of an address it is meant for. */
export interface Refused {
  readonly kind: 'refused';
  readonly reason: string;
}

/** Reads the address below which the paths of an API begin. */
export const parseBaseUrl: (text: string) => BaseUrl | Refused = remembered(64, readBaseUrl);

function readBaseUrl(text: string): BaseUrl | Refused {
  const reason = whyUnwritten(text) ?? whyUnusable(text);
  if (reason !== undefined) return refused(reason);
  const { origin, hostname, pathname } = new URL(text);
  return {
    kind: 'baseUrl',
    url: `${origin}${pathname}`.replace(/\/+$/, ''),
    origin,
    isLoopback: isLoopbackHost(hostname),
  };
}

export function refused(reason: string): Refused {
  return { kind: 'refused', reason };
}

/** What a URL parser would mend in silence: the address would then not be the one that stands there. */
function whyUnwritten(text: string): string | undefined {
  const character = oddCharacter(text);
  if (character !== undefined) return character;
  if (text.includes('\\')) return t('it holds a backslash; addresses are written with "/"');
  if (/[?#]/.test(text)) return t('it must end before "?" and "#"');
  if (/^[a-z][a-z0-9+.-]*:/i.test(text) && !/^https?:/i.test(text)) {
    return t('only http and https are possible; begin with https://');
  }
  const [, authority] = /^https?:\/\/([^/]+)/i.exec(text) ?? [];
  if (authority === undefined) return t('it is not a URL; begin with https:// and a host name');
  return whyNoHost(authority);
}

function whyNoHost(authority: string): string | undefined {
  if (authority.includes('@')) return t('credentials do not belong into an address');
  if (authority.includes('%')) return t('its host name is written with percent signs; write the letters');
  const [foreign] = /[^\p{ASCII}]/u.exec(authority) ?? [];
  if (foreign === undefined) return undefined;
  const address = `https://${authority}`;
  const number = codePoint(foreign);
  return URL.canParse(address)
    ? t(
        'its host name holds "{0}" ({1}), which is no plain letter from a to z; computers read {2}, enter that if it is meant',
        foreign,
        number,
        new URL(address).host,
      )
    : t('its host name holds "{0}" ({1}), which is no plain letter from a to z', foreign, number);
}

function whyUnusable(text: string): string | undefined {
  if (!URL.canParse(text)) return t('it is not a URL; begin with https:// and a host name');
  const segment = dotSegment(text.replace(/^https?:\/\/[^/]+/i, ''));
  if (segment !== undefined) return t('its path holds "{0}", which leads to another address', shortened(segment));
  const { protocol, hostname } = new URL(text);
  if (protocol === 'http:' && !isLoopbackHost(hostname)) return t('http is only allowed for this machine; use https');
  return undefined;
}

/** Of a parsed URL, where every spelling of a number has become one. */
export function isLoopbackHost(hostname: string): boolean {
  return /^(localhost|127(\.\d{1,3}){3}|\[::1\]|\[::ffff:7f[\da-f]{2}:[\da-f]{1,4}\])$/.test(hostname);
}
