import { t } from '@vscode/l10n';

/**
 * What a connection has of its own for its secure connections. Names files and holds no secret: the passphrase of a key
 * belongs to the credentials.
 */
export interface ConnectionTls {
  /** Certificates (PEM) that are trusted besides those of this machine. */
  readonly caFile?: string;
  /** A client certificate (PEM), with its chain. */
  readonly certificateFile?: string;
  /** Its key (PEM), where it stands in a file of its own. */
  readonly keyFile?: string;
  /** A client certificate with its key, as PKCS#12. */
  readonly pkcs12File?: string;
  /** False: whoever answers is believed. Never on a live connection. */
  readonly checkCertificates?: boolean;
}

/** What the files of a connection hold. Secret: it is printed and kept nowhere. */
export interface TlsMaterial {
  readonly ca?: string;
  readonly certificate?: string;
  readonly key?: string;
  readonly pkcs12?: Uint8Array;
  readonly passphrase?: string;
  readonly isUnchecked?: true;
}

export type TlsOutcome =
  /** `authority`: a fingerprint of the certificates that are trusted besides those of this machine. */
  | { readonly kind: 'read'; readonly material: TlsMaterial; readonly authority?: string }
  | { readonly kind: 'unusable'; readonly file: string; readonly reason: string }
  /** The key of this file opens with a passphrase only, and with another one than was given. */
  | { readonly kind: 'locked'; readonly file: string };

/** Whether a connection believes whoever answers. */
export function isUnchecked({ tls }: { readonly tls?: ConnectionTls }): boolean {
  return tls?.checkCertificates === false;
}

/** Whether a key that a passphrase may protect is part of it. */
export function hasKey({ certificateFile, pkcs12File }: ConnectionTls): boolean {
  return certificateFile !== undefined || pkcs12File !== undefined;
}

/** What cannot be meant, to follow the name of the connection; undefined when nothing is. */
export function faultOfTls(tls: ConnectionTls, live: boolean): string | undefined {
  const { certificateFile, keyFile, pkcs12File, checkCertificates } = tls;
  if (checkCertificates === false && live) {
    return t(
      'does without checks of certificates, and is live or of an unknown address: there they are never left out',
    );
  }
  if (pkcs12File !== undefined && (certificateFile ?? keyFile) !== undefined) {
    return t('names two client certificates: keep either "pkcs12File", or "certificateFile" with its "keyFile"');
  }
  if (keyFile !== undefined && certificateFile === undefined) {
    return t('names a key and no certificate: add "certificateFile"');
  }
  const empty = Object.entries(tls).find(([, value]) => value === '');
  return empty === undefined ? undefined : t('names no file in "{0}": write its path, or leave it out', empty[0]);
}
