import { t } from '@vscode/l10n';
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
    title: t('Cancelled'),
    cause: t('The request to {0} was stopped before a reply came.', host),
    nextStep: t('It may have reached the server all the same: look before you send it again.'),
  }),
  timedOut: ({ phase, afterMs }, host) => ({
    title: t('No reply in time'),
    cause:
      phase === 'connect'
        ? t('{0} did not answer within {1} s.', host, Math.round(afterMs / 1000))
        : t('{0} did not finish its reply within {1} s.', host, Math.round(afterMs / 1000)),
    nextStep: t('Try again; when it stays silent, check the base URL and the proxy.'),
  }),
  tooLarge: ({ maxBytes }, host) => ({
    title: t('The reply is too large'),
    cause: t('{0} sent more than {1} MB.', host, Math.round(maxBytes / 1024 / 1024)),
    nextStep: t('Ask for less, or raise the limit: the setting "esign.send.maxReplyMegabytes" of the editor.'),
  }),
  unreachable: ({ code, detail }, host) => ({
    title: code === 'ERR_INVALID_CHAR' ? t('A header cannot be sent') : t('{0} cannot be reached', host),
    cause: `${detail} (${code}).`,
    nextStep: remedies[code]?.() ?? t('Check that the server runs, the base URL and the proxy.'),
  }),
  brokenOff: ({ code, detail }, host) => ({
    title: t('{0} was reached, and no reply came', host),
    cause: `${detail} (${code}).`,
    nextStep: t('Try again.'),
  }),
  malformedReply: ({ code, detail }, host) => ({
    title: t('{0} answered with something that is no HTTP', host),
    cause: `${detail} (${code}).`,
    nextStep: t('Check the port and the scheme (http or https) of the base URL.'),
  }),
  untrustedCertificate: ({ code, detail }, host) => ({
    title: t('The certificate of {0} is not trusted', host),
    cause: `${detail} (${code}).`,
    nextStep: certificateRemedies[code]?.() ?? trustRemedy(),
  }),
  clientCertificate: ({ code, detail }, host) => ({
    title: t('{0} asks for a client certificate', host),
    cause: `${detail} (${code}).`,
    nextStep: t('Give the connection the certificate and key that were issued for it ("tls" of the connection).'),
  }),
  proxyFailed: (failure, host) => ({
    title: proxyTitles[failure.fault](),
    cause: proxyCause(failure, host),
    nextStep: proxyRemedy(failure),
  }),
};

const remedies: Readonly<Record<string, () => string>> = {
  ENOTFOUND: () => t('Check the host name of the base URL.'),
  ERR_INVALID_CHAR: () => t('Enter the credentials again: one of them holds a character that no header may hold.'),
};

function trustRemedy(): string {
  return t(
    'Install the certificate authority on this machine, or name its file in "tls" of the connection ("caFile").',
  );
}

const certificateRemedies: Readonly<Record<string, () => string>> = {
  CERT_HAS_EXPIRED: () =>
    t('Check the clock of this machine; if it is right, whoever runs the server has to renew it.'),
  CERT_NOT_YET_VALID: () => t('Check the clock of this machine.'),
  ERR_TLS_CERT_ALTNAME_INVALID: () =>
    t('Check the host name of the base URL, and that no proxy or login page stands between.'),
};

const proxyTitles: Readonly<Record<ProxyFailure['fault'], () => string>> = {
  unreachable: () => t('The proxy cannot be reached'),
  refused: () => t('The proxy refused the connection'),
  ended: () => t('The proxy ended the connection'),
};

function proxyCause({ proxy, source, status, detail, mayHavePassedOn }: ProxyFailure, host: string): string {
  return [
    t('{0} (from {1}) did not connect to {2}: {3}.', proxy, source, host, detail),
    ...(status === undefined ? [] : [t('It answered {0}.', status)]),
    mayHavePassedOn ? t('This is not the answer of the API.') : t('Nothing reached the API.'),
  ].join(' ');
}

function proxyRemedy({ fault, source, status }: ProxyFailure): string {
  if (status === 407) return t('Give the proxy its user name and password where it is named: {0}.', source);
  if (fault === 'refused') return t('Ask whoever runs the proxy to let this host through, or take the host out of it.');
  return t('Check the proxy where it is named: {0}.', source);
}
