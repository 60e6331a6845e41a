import { createPrivateKey, type KeyObject, X509Certificate } from 'node:crypto';
import { t } from '@vscode/l10n';
import { errorCode } from '../../../core/typing/errorCode';

/** PEM; the certificate may be followed by those that signed it. */
export interface ServerCertificate {
  readonly cert: string | Uint8Array;
  readonly key: string | Uint8Array;
}

const block = /-----BEGIN (?:TRUSTED |X509 )?CERTIFICATE-----[\s\S]*?-----END (?:TRUSTED |X509 )?CERTIFICATE-----/g;

/** Why no server can speak TLS with it; undefined when one can. */
export function certificateProblem({ cert, key }: ServerCertificate): string | undefined {
  const certificates = certificatesIn(Buffer.from(cert).toString('utf8'));
  if (typeof certificates === 'string') return certificates;
  const read = keyIn(Buffer.from(key).toString('utf8'));
  if (typeof read === 'string') return read;
  const place = certificates.findIndex((one) => one.checkPrivateKey(read));
  if (place < 0) return t('The key of TLS does not belong to the certificate: give the two that were made together.');
  return place === 0
    ? undefined
    : t(
        "The key of TLS belongs to certificate {0} of those given: put the server's own first, then those that signed it.",
        place + 1,
      );
}

/** What clients will refuse it for at a time, although a server can speak TLS with it. */
export function certificateRemark({ cert }: Pick<ServerCertificate, 'cert'>, now: number): string | undefined {
  const certificates = certificatesIn(Buffer.from(cert).toString('utf8'));
  if (typeof certificates === 'string') return undefined;
  const expired = certificates.find((one) => Date.parse(one.validTo) < now);
  if (expired !== undefined) {
    return t('The certificate of TLS expired on {0}: clients refuse it, so give a newer one.', dayOf(expired.validTo));
  }
  const early = certificates.find((one) => Date.parse(one.validFrom) > now);
  if (early === undefined) return undefined;
  return t(
    'The certificate of TLS is valid from {0} on: clients refuse it until then, so look at it and at the clock of this machine.',
    dayOf(early.validFrom),
  );
}

function dayOf(time: string): string {
  return new Date(time).toISOString().slice(0, 10);
}

function certificatesIn(text: string): readonly X509Certificate[] | string {
  const blocks = text.match(block) ?? [];
  if (blocks.length === 0)
    return t('The certificate of TLS is no PEM, which begins with "-----BEGIN CERTIFICATE-----".');
  try {
    return blocks.map((one) => new X509Certificate(one));
  } catch {
    return t('The certificate of TLS is damaged: write it to its file once more.');
  }
}

function keyIn(text: string): KeyObject | string {
  if (!text.includes('PRIVATE KEY-----'))
    return t('The key of TLS is no private key in PEM, which begins with "-----BEGIN PRIVATE KEY-----".');
  try {
    return createPrivateKey(text);
  } catch (error: unknown) {
    const isLocked =
      errorCode(error) === 'ERR_MISSING_PASSPHRASE' || /^-----BEGIN ENCRYPTED|^Proc-Type: 4,ENCRYPTED/m.test(text);
    return isLocked
      ? t(
          'The key of TLS is locked by a passphrase: write it without one, for example with "openssl pkey -in FILE -out FILE".',
        )
      : t('The key of TLS is damaged: write it to its file once more.');
  }
}
