import type { JsonObject } from '../../protocol/json';
import { parseBaseUrl } from './baseUrl';
import { buildAddress } from './buildAddress';

declare const confirmed: unique symbol;

/** A whole URL that may be sent to. Nothing but the functions of this file makes one. */
export type Address = string & { readonly [confirmed]: true };

/**
 * The last look before anything is sent: the URL as it stands must lead to one of the confirmed origins, and a parser
 * must find nothing else in it. Undefined when it does not.
 */
export function confirmAddress(url: string, origins: readonly string[]): Address | undefined {
  if (!URL.canParse(url)) return undefined;
  const { href, origin, username, password } = new URL(url);
  const isAsWritten = href === url && username === '' && password === '';
  return isAsWritten && isWebOrigin(origin) && origins.includes(origin) ? (url as Address) : undefined;
}

/** An address of a server on this machine, such as an emulator; undefined when a part is none or it is elsewhere. */
export function loopbackAddress(baseUrl: string, path: string, values: JsonObject = {}): Address | undefined {
  const base = parseBaseUrl(baseUrl);
  if (base.kind === 'refused' || !base.isLoopback) return undefined;
  const built = buildAddress({ baseUrl: base.url, path, values });
  return built.kind === 'address' ? confirmAddress(built.url, [base.origin]) : undefined;
}

/**
 * A page of a server on this machine: by a link to it, or by path and query below the base URL as they stand. Undefined when that leads
 * elsewhere.
 */
export function loopbackPage(baseUrl: string, link: string): Address | undefined {
  const base = parseBaseUrl(baseUrl);
  if (base.kind === 'refused' || !base.isLoopback) return undefined;
  const whole = link.startsWith('/') ? `${base.url}${link}` : link;
  return URL.canParse(whole) ? confirmAddress(new URL(whole).href, [base.origin]) : undefined;
}

/** Others have the opaque origin "null", which all of them would share. */
function isWebOrigin(origin: string): boolean {
  return /^https?:\/\//.test(origin);
}
