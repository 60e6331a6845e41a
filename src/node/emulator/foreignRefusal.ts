import type { IncomingHttpHeaders } from 'node:http';
import { type Admission, isAdmitted, loopbackOnly } from './serverReach';

const loopback = /^(?:localhost|127\.0\.0\.1|\[::1\])(?::(\d{1,5}))?$/;
const highestPort = 65_535;

/**
 * Why a request must not be answered that a page of another site may have made a browser send; undefined for all others.
 * What the headers hold is compared in lower case: neither names of hosts nor the words of browsers mean anything else
 * in capitals.
 */
export function foreignRefusal(
  method: string | undefined,
  headers: IncomingHttpHeaders,
  admission: Admission = loopbackOnly,
): string | undefined {
  const told = (name: string) => {
    const value = headers[name];
    return value === undefined ? '' : String(value).trim().toLowerCase();
  };
  const host = told('host');
  // A page may reach this machine under a name of its own that leads here.
  if (!isLoopback(host) && !isAdmitted(host, admission)) return refusalOfHost(admission);
  const isForeign = isFromElsewhere(method, host, told, admission);
  return isForeign ? 'The emulator does not answer to pages of other sites.' : undefined;
}

/**
 * Whether a page of another origin asks for this, which no API emulated here allows. Links and frames that lead here
 * are not asking: that is how signing is embedded. Browsers tell of themselves what no page can change: the newer ones
 * in `Sec-Fetch-Site`, which also holds where a port is forwarded under another name, all in `Origin`.
 */
function isFromElsewhere(
  method: string | undefined,
  host: string,
  told: (name: string) => string,
  { scheme, publicOrigin }: Admission,
): boolean {
  const site = told('sec-fetch-site');
  if (site === 'same-origin') return false;
  // A word that no browser says is no reason to trust.
  if (site !== '' && site !== 'none') return method !== 'GET' || told('sec-fetch-mode') !== 'navigate';
  const origin = told('origin');
  return origin !== '' && origin !== `${scheme}://${host}` && origin !== publicOrigin?.toLowerCase();
}

/** Links carry the host: they have to be addresses. */
function isLoopback(host: string): boolean {
  const [found, port] = loopback.exec(host) ?? [];
  return found !== undefined && (port === undefined || (Number(port) > 0 && Number(port) <= highestPort));
}

function refusalOfHost({ hosts }: Admission): string {
  return hosts.size === 0
    ? 'The emulator answers to loopback names only.'
    : 'The emulator answers to loopback names and to those it was started with alone. Add one with --allow-host.';
}
