import { t } from '@vscode/l10n';
import { type Refused, refused } from './baseUrl';
import { oddCharacter } from './oddCharacter';
import { hostAndPort, spelledHost } from './proxyAddress';

/** A host that a person named, with a port or for any. */
export interface NamedHost {
  readonly kind: 'host';
  /** As an address spells it, in brackets where it needs them. */
  readonly name: string;
  readonly port: number | undefined;
}

const label = '[a-z0-9_](?:[a-z0-9_-]*[a-z0-9_])?';
const plain = new RegExp(`^(?:${label}(?:\\.${label})*\\.?|\\[[\\da-f:.]+\\])$`, 'i');
/** A port, and letters of other alphabets in the name before it. */
const written = /^([^:@/\\?#%[\]]+|\[[\da-f:.]+\])(?::(\d{1,5}))?$/i;
const bareNumber = /^[\da-f]*:[\da-f]*:[\da-f:.]*$/i;

/** `emulator`, `emulator:8080`, `10.0.0.7`, `[fd00::7]:8080`, `fd00::7`, `münchen.example`. */
export function namedHost(text: string): NamedHost | Refused {
  const odd = oddCharacter(text);
  if (odd !== undefined) return refused(odd);
  const [, host, digits] = written.exec(bareNumber.test(text) ? `[${text}]` : text) ?? [];
  const name = host === undefined ? undefined : spelledHost(host);
  if (name === undefined || !plain.test(name))
    return refused(t('it is no host, such as emulator, emulator:8080, 10.0.0.7 or [fd00::7]:8080'));
  const port = digits === undefined ? undefined : Number(digits);
  if (port !== undefined && (port < 1 || port > 65_535)) return refused(t('its port is none from 1 to 65535'));
  return { kind: 'host', name, port };
}

/** Whether an address leads to a host that was named. */
export function isOfHost(address: string, named: string): boolean {
  const host = namedHost(named);
  const asked = hostAndPort(address);
  if (host.kind === 'refused' || asked === undefined) return false;
  return (
    spelledHost(bracketed(asked.host)) === host.name.replace(/\.$/, '') && (host.port ?? asked.port) === asked.port
  );
}

export function bracketed(host: string): string {
  return host.includes(':') ? `[${host}]` : host;
}

/** Of an address that documentation uses and nobody has (RFC 2606). */
export function isMadeUpHost(address: string): boolean {
  return /(?:^|\.)(?:example(?:\.(?:com|net|org))?|test|invalid)$/i.test(hostAndPort(address)?.host ?? '');
}
