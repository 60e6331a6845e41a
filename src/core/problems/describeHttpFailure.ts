import type { ProblemText } from '../../protocol/reply';
import { shownHost } from '../addresses/webAddress';
import type { HttpFailure, ProxyFailure } from '../http';
import { quotable } from '../quoting/oneLine';
import { longestFact, quotableFacts } from '../quoting/quotableFacts';
import { type ByKind, callByKind } from '../typing/byKind';

/** Whether a failure says that nothing was sent. */
export function wentNowhere(failure: HttpFailure): boolean {
  return failure.kind === 'proxyFailed' ? failure.mayHavePassedOn !== true : nowhere.has(failure.kind);
}

const nowhere: ReadonlySet<HttpFailure['kind']> = new Set(['unreachable', 'untrustedCertificate', 'clientCertificate']);

/** In words, with the host of the address and no more of it. */
export function describeHttpFailure(url: string, failure: HttpFailure): ProblemText {
  return callByKind(httpDescriptions, quotableFacts(failure), quotable(shownHost(url), longestFact));
}

const httpDescriptions: ByKind<HttpFailure, [host: string], ProblemText> = {
  cancelled: (_failure, host) => ({
    title: 'Cancelled',
    cause: `The request to ${host} was stopped before a reply came.`,
    nextStep: 'It may have reached the server all the same: look before you send it again.',
  }),
  timedOut: ({ phase, afterMs }, host) => ({
    title: 'No reply in time',
    cause: `${host} did not ${phase === 'connect' ? 'answer' : 'finish its reply'} within ${Math.round(afterMs / 1000)} s.`,
    nextStep: 'Try again; when it stays silent, check the base URL and the proxy.',
  }),
  tooLarge: ({ maxBytes }, host) => ({
    title: 'The reply is too large',
    cause: `${host} sent more than ${Math.round(maxBytes / 1024 / 1024)} MB.`,
    nextStep: 'Ask for less, or raise the limit: the setting "esign.send.maxReplyMegabytes" of the editor.',
  }),
  unreachable: ({ code, detail }, host) => ({
    title: code === 'ERR_INVALID_CHAR' ? 'A header cannot be sent' : `${host} cannot be reached`,
    cause: `${detail} (${code}).`,
    nextStep: remedies[code] ?? 'Check that the server runs, the base URL and the proxy.',
  }),
  brokenOff: ({ code, detail }, host) => ({
    title: `${host} was reached, and no reply came`,
    cause: `${detail} (${code}).`,
    nextStep: 'Try again.',
  }),
  malformedReply: ({ code, detail }, host) => ({
    title: `${host} answered with something that is no HTTP`,
    cause: `${detail} (${code}).`,
    nextStep: 'Check the port and the scheme (http or https) of the base URL.',
  }),
  untrustedCertificate: ({ code, detail }, host) => ({
    title: `The certificate of ${host} is not trusted`,
    cause: `${detail} (${code}).`,
    nextStep: certificateRemedies[code] ?? trustRemedy,
  }),
  clientCertificate: ({ code, detail }, host) => ({
    title: `${host} asks for a client certificate`,
    cause: `${detail} (${code}).`,
    nextStep: 'Give the connection the certificate and key that were issued for it ("tls" of the connection).',
  }),
  proxyFailed: (failure, host) => ({
    title: proxyTitles[failure.fault],
    cause: proxyCause(failure, host),
    nextStep: proxyRemedy(failure),
  }),
};

const remedies: Readonly<Record<string, string>> = {
  ENOTFOUND: 'Check the host name of the base URL.',
  ERR_INVALID_CHAR: 'Enter the credentials again: one of them holds a character that no header may hold.',
};

const trustRemedy =
  'Install the certificate authority on this machine, or name its file in "tls" of the connection ("caFile").';

const certificateRemedies: Readonly<Record<string, string>> = {
  CERT_HAS_EXPIRED: 'Check the clock of this machine; if it is right, whoever runs the server has to renew it.',
  CERT_NOT_YET_VALID: 'Check the clock of this machine.',
  ERR_TLS_CERT_ALTNAME_INVALID: 'Check the host name of the base URL, and that no proxy or login page stands between.',
};

const proxyTitles: Readonly<Record<ProxyFailure['fault'], string>> = {
  unreachable: 'The proxy cannot be reached',
  refused: 'The proxy refused the connection',
  ended: 'The proxy ended the connection',
};

function proxyCause({ proxy, source, status, detail, mayHavePassedOn }: ProxyFailure, host: string): string {
  const sent = mayHavePassedOn ? 'This is not the answer of the API' : 'Nothing reached the API';
  const answer = status === undefined ? '' : ` It answered ${status}.`;
  return `${proxy} (from ${source}) did not connect to ${host}: ${detail}.${answer} ${sent}.`;
}

function proxyRemedy({ fault, source, status }: ProxyFailure): string {
  if (status === 407) return `Give the proxy its user name and password where it is named: ${source}.`;
  if (fault === 'refused') return 'Ask whoever runs the proxy to let this host through, or take the host out of it.';
  return `Check the proxy where it is named: ${source}.`;
}
