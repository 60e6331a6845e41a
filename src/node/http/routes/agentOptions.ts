import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type https from 'node:https';
import process from 'node:process';
import tls from 'node:tls';
import type { TlsMaterial } from '../../../core/connections/connectionTls';

/** How long a connection waits for its next call: servers keep theirs for five seconds and more. */
const idleMs = 4_500;

/** Connections are kept for the next call. Certificates are checked, whatever the environment says. */
export function agentOptions(material: TlsMaterial | undefined): https.AgentOptions {
  return { keepAlive: true, timeout: idleMs, ...secureOptions(material) };
}

export function secureOptions(material: TlsMaterial = {}): tls.SecureContextOptions & { rejectUnauthorized: boolean } {
  const { ca, certificate, key, pkcs12, passphrase, isUnchecked } = material;
  return {
    rejectUnauthorized: isUnchecked !== true,
    ...(ca !== undefined && { ca: [...trusted(), ca] }),
    ...(certificate !== undefined && { cert: certificate }),
    ...(key !== undefined && { key }),
    ...(pkcs12 !== undefined && { pfx: Buffer.from(pkcs12) }),
    ...(passphrase !== undefined && { passphrase }),
  };
}

/** Tells two materials apart without holding them. */
export function materialKey(material: TlsMaterial | undefined): string {
  if (material === undefined) return '';
  const hash = createHash('sha256');
  for (const name of ['ca', 'certificate', 'key', 'pkcs12', 'passphrase', 'isUnchecked'] as const) {
    const part = material[name];
    hash.update(
      JSON.stringify([
        name,
        part === undefined ? null : Buffer.from(typeof part === 'object' ? part : String(part)).toString('base64'),
      ]),
    );
  }
  return hash.digest('hex');
}

/** A list of authorities takes the place of Node's own, those of NODE_EXTRA_CA_CERTS included. */
function trusted(): readonly string[] {
  const { getCACertificates } = tls as { getCACertificates?: (kind: 'default') => string[] };
  return getCACertificates?.('default') ?? [...tls.rootCertificates, ...extra()];
}

function extra(): readonly string[] {
  const file = process.env['NODE_EXTRA_CA_CERTS'];
  if (file === undefined || file === '') return [];
  try {
    return [readFileSync(file, 'utf8')];
  } catch {
    // Node says at its start that it cannot be read, and goes on without it.
    return [];
  }
}
