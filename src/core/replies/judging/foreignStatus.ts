import type { Reply } from '../../http';
import type { Foreign } from './verdict';

/** What a reply is by its status alone, whatever its body holds; undefined where the body decides. */
export function foreignStatus({ status, headers }: Pick<Reply, 'status' | 'headers'>): Foreign | undefined {
  if (signIns.has(status)) return { kind: 'proxySignIn' };
  if (status < 300 || status >= 400) return undefined;
  const kind = others[status];
  if (kind !== undefined) return { kind };
  if (!isRedirect(status)) return { kind: 'unusedStatus' };
  const target = headers['location']?.trim();
  return { kind: 'redirect', target: target === '' ? undefined : target };
}

/** Whether the status sends the request to the address of the reply's `Location`. */
export function isRedirect(status: number): boolean {
  return redirects.has(status);
}

const redirects: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

/** Only proxies send the one, and only the gates of networks the other. */
const signIns: ReadonlySet<number> = new Set([407, 511]);

const others: Readonly<Record<number, 'choices' | 'notModified' | 'useProxy'>> = {
  300: 'choices',
  304: 'notModified',
  305: 'useProxy',
};
