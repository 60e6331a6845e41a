import { t } from '@vscode/l10n';
import { type Refused, refused } from './baseUrl';

export interface ProxyAddress {
  readonly kind: 'proxy';
  /** With its credentials: for the connection alone. */
  readonly url: URL;
  /** Without them. */
  readonly shown: string;
}

/** As people write them: without a scheme it is http. */
export function parseProxy(text: string): ProxyAddress | Refused {
  const whole = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `http://${text}`;
  if (!URL.canParse(whole)) return refused(t('it is no address'));
  const url = new URL(readable(whole));
  const scheme = url.protocol.slice(0, -1);
  if (!schemes.has(scheme)) return refused(t('its scheme "{0}" is none of {1}', scheme, [...schemes].join(', ')));
  if (url.hostname === '') return refused(t('it names no host'));
  return { kind: 'proxy', url, shown: `${url.protocol}//${url.host}` };
}

const schemes: ReadonlySet<string> = new Set(['http', 'https', 'socks', 'socks4', 'socks4a', 'socks5', 'socks5h']);

/** A percent sign of a password that stands for itself. */
function readable(text: string): string {
  return text.replace(/%(?![0-9a-f]{2})/gi, '%25');
}

/** Host and port of a web address, as rules about proxies name them; undefined when it is none. */
export function hostAndPort(address: string): { readonly host: string; readonly port: number } | undefined {
  if (!URL.canParse(address)) return undefined;
  const { hostname, port, protocol } = new URL(address);
  const host = hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '');
  return { host, port: port === '' ? (protocol === 'https:' ? 443 : 80) : Number(port) };
}

/** A host name as addresses spell it: small letters, and letters of other alphabets in theirs. */
export function spelledHost(name: string): string | undefined {
  return URL.canParse(`http://${name}`) ? new URL(`http://${name}`).hostname : undefined;
}

/** Whether user name or password stand in it. */
export function hasAccount({ url }: ProxyAddress): boolean {
  return url.username !== '' || url.password !== '';
}

export function isSocks({ url }: ProxyAddress): boolean {
  return url.protocol.startsWith('socks');
}

export function isSecureAddress(address: string): boolean {
  return /^https:/i.test(address);
}
