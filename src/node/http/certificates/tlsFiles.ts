import { createHash, X509Certificate } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import path from 'node:path';
import tls from 'node:tls';
import { t } from '@vscode/l10n';
import type { ConnectionTls, TlsMaterial, TlsOutcome } from '../../../core/connections/connectionTls';
import { errorCode } from '../../../core/typing/errorCode';

export type TlsReader = (tls: ConnectionTls, passphrase: string | undefined) => Promise<TlsOutcome>;

/** Reads what connections name. Relative paths start from `base`; without one they are refused. */
export function tlsReader(base: string | undefined): TlsReader {
  return async (named, passphrase) => {
    try {
      const material = await readMaterial(base, named, passphrase);
      return { kind: 'read', material, ...(material.ca !== undefined && { authority: authorityPrint(material.ca) }) };
    } catch (error: unknown) {
      if (error instanceof Locked) return { kind: 'locked', file: error.file };
      if (error instanceof Unusable) return { kind: 'unusable', file: error.file, reason: error.message };
      throw error;
    }
  };
}

class Unusable extends Error {
  readonly file: string;

  constructor(file: string, reason: string) {
    super(reason);
    this.file = file;
  }
}

class Locked extends Unusable {}

async function readMaterial(
  base: string | undefined,
  { caFile, certificateFile, keyFile = certificateFile, pkcs12File, checkCertificates }: ConnectionTls,
  passphrase: string | undefined,
): Promise<TlsMaterial> {
  const text = async (file: string) => (await readSmall(base, file)).toString('utf8');
  const ca = caFile === undefined ? undefined : certificatesIn(caFile, await text(caFile));
  const certificate =
    certificateFile === undefined ? undefined : certificatesIn(certificateFile, await text(certificateFile));
  const key = certificateFile === undefined || keyFile === undefined ? undefined : keyIn(keyFile, await text(keyFile));
  const pkcs12 = pkcs12File === undefined ? undefined : await readSmall(base, pkcs12File);
  const material: TlsMaterial = {
    ...(ca !== undefined && { ca }),
    ...(certificate !== undefined && { certificate }),
    ...(key !== undefined && { key }),
    ...(pkcs12 !== undefined && { pkcs12 }),
    ...((key !== undefined || pkcs12 !== undefined) && passphrase !== undefined && { passphrase }),
    ...(checkCertificates === false && { isUnchecked: true as const }),
  };
  const keyPlace = pkcs12File ?? keyFile;
  if (keyPlace !== undefined) tryKey(keyPlace, material);
  return material;
}

const mostBytes = 1024 * 1024;

async function readSmall(base: string | undefined, file: string): Promise<Buffer> {
  const place = placeOf(base, file);
  try {
    const { size, isFile } = await statOf(place);
    if (!isFile) throw new Unusable(file, t('it is no file'));
    if (size > mostBytes) throw new Unusable(file, t('it is larger than any certificate'));
    return await readFile(place);
  } catch (error: unknown) {
    if (error instanceof Unusable) throw error;
    throw new Unusable(file, unreadable[errorCode(error) ?? '']?.() ?? t('it cannot be read'));
  }
}

async function statOf(place: string): Promise<{ readonly size: number; readonly isFile: boolean }> {
  const found = await stat(place);
  return { size: found.size, isFile: found.isFile() };
}

const unreadable: Readonly<Record<string, () => string>> = {
  ENOENT: () => t('there is no such file'),
  EACCES: () => t('it may not be read'),
  EISDIR: () => t('it is no file'),
};

function placeOf(base: string | undefined, file: string): string {
  if (/^~[\\/]/.test(file)) return path.join(homedir(), file.slice(2));
  if (path.isAbsolute(file)) return file;
  if (base === undefined) throw new Unusable(file, t('its path is not whole: begin with "/", a drive or "~/"'));
  return path.resolve(base, file);
}

const certificateBlock = /-----BEGIN CERTIFICATE-----[\s\S]*?-----END CERTIFICATE-----/g;

/** Tells two sets of certificates apart, whatever stands between them and in which order they come. */
function authorityPrint(ca: string): string {
  const prints = (ca.match(certificateBlock) ?? []).map((block) => new X509Certificate(block).fingerprint256);
  const all = createHash('sha256').update([...new Set(prints)].sort().join('\n'));
  return all.digest('hex').slice(0, shownDigits);
}

/** As many as nobody finds another set for. */
const shownDigits = 40;

/** The certificates of a PEM file, and nothing else that may stand in it. */
function certificatesIn(file: string, text: string): string {
  const blocks = text.match(certificateBlock) ?? [];
  if (blocks.length === 0) {
    throw new Unusable(file, t('it holds no certificate in PEM, which begins with "-----BEGIN CERTIFICATE-----"'));
  }
  for (const block of blocks) parseCertificate(file, block);
  return blocks.join('\n');
}

function parseCertificate(file: string, block: string): void {
  try {
    new X509Certificate(block);
  } catch {
    throw new Unusable(file, t('one of its certificates is damaged'));
  }
}

function keyIn(file: string, text: string): string {
  const [block] = /-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]*?-----END [A-Z ]*PRIVATE KEY-----/.exec(text) ?? [];
  if (block !== undefined) return block;
  throw new Unusable(file, t('it holds no private key in PEM; name it in "keyFile"'));
}

function tryKey(file: string, { certificate, key, pkcs12, passphrase }: TlsMaterial): void {
  try {
    tls.createSecureContext({
      ...(certificate !== undefined && { cert: certificate }),
      ...(key !== undefined && { key }),
      ...(pkcs12 !== undefined && { pfx: Buffer.from(pkcs12) }),
      ...(passphrase !== undefined && { passphrase }),
    });
  } catch (error: unknown) {
    throw keyFault(file, error);
  }
}

function keyFault(file: string, error: unknown): Unusable {
  const said = `${errorCode(error) ?? ''} ${error instanceof Error ? error.message : ''}`;
  if (lockedWords.test(said)) return new Locked(file, t('it is locked'));
  if (/KEY_VALUES_MISMATCH|key values mismatch/i.test(said))
    return new Unusable(file, t('key and certificate are no pair'));
  if (/unsupported/i.test(said)) {
    return new Unusable(
      file,
      t('it is packed in a way that is out of use; pack it anew, for example with "openssl pkcs12 -export"'),
    );
  }
  return new Unusable(file, t('it cannot be read as a key with its certificate'));
}

const lockedWords =
  /bad.decrypt|mac verify failure|interrupted or cancelled|bad password|empty password|MISSING_PASSPHRASE/i;
