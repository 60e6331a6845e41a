import { t } from '@vscode/l10n';
import type { HttpFailure } from '../../core/http';
import { errorCode } from '../../core/typing/errorCode';

/** Why a call failed, in our words: those of Node name the whole URL, which may hold a secret, or nothing that helps. */
export function httpFailureOf(error: unknown): HttpFailure {
  const code = codeOf(error);
  const kind = kindOf(code, error);
  return {
    kind,
    code,
    detail: (descriptionOf(kind, code, error) ?? fallbacks[kind])(),
  };
}

/** Node's own code, or that of its cause. */
export function codeOf(error: unknown): string {
  return errorCode(error) ?? errorCode(error instanceof Error ? error.cause : undefined) ?? 'UNKNOWN';
}

/** OpenSSL's names for a certificate that does not hold, and Node's for a name that does not match. */
const certificateCode =
  /CERT|^UNABLE_TO_(GET|VERIFY|DECRYPT|DECODE)|^(INVALID_CA|INVALID_PURPOSE|PATH_LENGTH_EXCEEDED|HOSTNAME_MISMATCH)$/;

/** What a server says that wants a certificate of this side, or does not take the one it was shown. */
const clientCertificateCode =
  /ALERT_(BAD_CERTIFICATE|CERTIFICATE_(REQUIRED|EXPIRED|REVOKED|UNKNOWN)|UNSUPPORTED_CERTIFICATE|UNKNOWN_CA|ACCESS_DENIED)$/;

/** Codes of a connection that stood and ended before a reply began. */
const brokenCode =
  /^(ECONNRESET|EPIPE|ECONNABORTED|ERR_STREAM_PREMATURE_CLOSE|ERR_STREAM_WRITE_AFTER_END|ERR_STREAM_DESTROYED)$/;

type FailureKind = Extract<HttpFailure, { code: string }>['kind'];

function kindOf(code: string, error: unknown): FailureKind {
  if (clientCertificateCode.test(code)) return 'clientCertificate';
  if (certificateCode.test(code)) return 'untrustedCertificate';
  // The parser of HTTP complains about bytes, so bytes came.
  if (/^HPE_/.test(code)) return 'malformedReply';
  const isHandshake = error instanceof Error && /before secure TLS connection/.test(error.message);
  return brokenCode.test(code) && !isHandshake ? 'brokenOff' : 'unreachable';
}

function descriptionOf(kind: FailureKind, code: string, error: unknown): (() => string) | undefined {
  return handshakeDetail(code, error) ?? descriptions[`${kind} ${code}`] ?? descriptions[code];
}

/** Why a secure connection was not made, where OpenSSL says so behind a code that stands for all of them. */
function handshakeDetail(code: string, error: unknown): (() => string) | undefined {
  if (code !== 'EPROTO' || !(error instanceof Error)) return undefined;
  return handshakes.find(([words]) => words.test(error.message))?.[1];
}

const handshakes: readonly (readonly [words: RegExp, detail: () => string])[] = [
  [/wrong version number|packet length too long|http request/, () => t('The port does not speak https')],
  [/protocol version|unsupported protocol/, () => t('The server speaks no version of TLS that is in use here')],
  [/handshake failure/, () => t('The server refused a secure connection: it may ask for a client certificate')],
];

/** What helps a reader, by code. */
const descriptions: Readonly<Record<string, () => string>> = {
  ECONNREFUSED: () => t('Nothing listens at this address'),
  'unreachable ECONNRESET': () => t('The server ended the connection before it was secure'),
  ECONNRESET: () => t('The server closed the connection before it answered'),
  EPIPE: () => t('The server closed the connection while the request was sent'),
  ERR_STREAM_PREMATURE_CLOSE: () => t('The server closed the connection before it answered'),
  HPE_HEADER_OVERFLOW: () => t('The headers of the reply are larger than allowed'),
  HPE_INVALID_CONSTANT: () => t('The reply does not begin as HTTP does'),
  ENOTFOUND: () => t('The host name is not known'),
  EAI_AGAIN: () => t('The host name could not be looked up'),
  EHOSTUNREACH: () => t('There is no route to the host'),
  ENETUNREACH: () => t('The network cannot be reached'),
  ETIMEDOUT: () => t('The connection was not answered'),
  EPROTO: () => t('No secure connection could be made; perhaps the port speaks plain http'),
  ERR_SSL_WRONG_VERSION_NUMBER: () => t('The port does not speak https'),
  ERR_INVALID_CHAR: () => t('It holds a character that no header may hold'),
  CERT_HAS_EXPIRED: () => t('It has expired'),
  CERT_NOT_YET_VALID: () => t('It is not valid yet'),
  DEPTH_ZERO_SELF_SIGNED_CERT: () => t('It is self-signed'),
  SELF_SIGNED_CERT_IN_CHAIN: () => t('Its authority is self-signed and not known here'),
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: () => t('Its authority is not known here'),
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: () => t('Its authority is not known here'),
  ERR_TLS_CERT_ALTNAME_INVALID: () => t('It was made for another host name'),
};

const fallbacks: Readonly<Record<FailureKind, () => string>> = {
  unreachable: () => t('No connection could be made'),
  brokenOff: () => t('The connection ended before a reply came'),
  malformedReply: () => t('What came cannot be read as HTTP'),
  untrustedCertificate: () => t('It does not hold'),
  clientCertificate: () => t('None was shown, or one that is not accepted'),
};
