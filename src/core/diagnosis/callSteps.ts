import { t } from '@vscode/l10n';
import { originOf } from '../addresses/webAddress';
import { describeProblem } from '../problems/describeProblem';
import { describeRefusal } from '../problems/describeRefusal';
import type { Problem } from '../problems/problem';
import type { Provider } from '../provider';
import type { Reading, SendOutcome } from '../sending/run';
import { type DiagnosisStep, stepTitle } from './diagnosis';
import { notReached, stepOfFailure } from './networkSteps';

export interface Tried {
  readonly provider: Provider;
  readonly outcome: SendOutcome;
  /** Whether the call itself left: what goes before it is the token call. */
  readonly wasSent: boolean;
  /** A token was fetched for it. */
  readonly hasToken: boolean;
  readonly title: string;
}

/** The token and the call, by what became of the call. */
export function callSteps(tried: Tried): DiagnosisStep[] {
  const { outcome, wasSent } = tried;
  if (outcome.kind === 'failed' && !wasSent) return [failedToken(outcome.problem), notReached('call')];
  return [tokenStep(tried), callStep(tried)];
}

/** A failure of the network belongs to its own step, whichever call met it. */
export function networkStepOf({ outcome }: Tried): DiagnosisStep | undefined {
  if (outcome.kind !== 'failed' || outcome.problem.kind !== 'noReply') return undefined;
  const { failure, url } = outcome.problem;
  const id = stepOfFailure(failure);
  const isOfNetwork = failure.kind === 'clientCertificate' || failure.kind === 'proxyFailed';
  if (!isOfNetwork || originOf(url) === undefined) return undefined;
  return { id, title: stepTitle(id), verdict: 'failed', ...wordsOf(outcome.problem) };
}

function failedToken(problem: Problem): DiagnosisStep {
  return { id: 'token', title: stepTitle('token'), verdict: 'failed', ...wordsOf(problem) };
}

function wordsOf(problem: Problem): Pick<DiagnosisStep, 'detail'> & { readonly nextStep: string } {
  const { title, cause, nextStep } = describeProblem(problem);
  return { detail: `${title}. ${cause}`, nextStep };
}

export function tokenStep({ provider, hasToken }: Pick<Tried, 'provider' | 'hasToken'>): DiagnosisStep {
  const step = { id: 'token', title: stepTitle('token') } as const;
  if (hasToken) return { ...step, verdict: 'passed', detail: t('The credentials got a token.') };
  const detail =
    provider.auth.acquire === undefined
      ? t('This API has no token call: the credentials go with each request.')
      : t('A token was given, so none had to be fetched.');
  return { ...step, verdict: 'notNeeded', detail };
}

function callStep(tried: Tried): DiagnosisStep {
  const { outcome, title } = tried;
  const step = { id: 'call', title: stepTitle('call') } as const;
  if (outcome.kind === 'failed') return { ...step, verdict: 'failed', ...wordsOf(outcome.problem) };
  const { reply, reading } = outcome;
  if (!isRefusal(reading)) {
    return { ...step, verdict: 'passed', detail: t('“{0}” was answered with {1}.', title, reply.status) };
  }
  const refusal = describeRefusal(outcome);
  return {
    ...{ ...step, verdict: 'failed' },
    detail: `“${title}”: ${refusal.title}. ${refusal.cause}`,
    nextStep: refusal.nextStep ?? remedyOf(tried, reply.status),
  };
}

function isRefusal({ failed, verdict }: Reading): boolean {
  return failed || verdict.kind === 'foreign';
}

/** Where the API documents nothing of its own, what the status means by itself. */
function remedyOf({ hasToken }: Tried, status: number): string {
  if (status === 401) {
    return hasToken
      ? t(
          'The API gave this token and does not take it: check that all addresses of the connection are of one environment.',
        )
      : t('Check that the token or key is whole and valid, and of this environment.');
  }
  if (status === 403)
    return t('The account is known and may not do this: ask its administrator for the right or the scope.');
  if (status === 404) return t('Check base URL and path prefix: this address has no such call.');
  return status >= 500
    ? t('Try again later: the server failed.')
    : t('Send the same call as a request to see all of the reply.');
}
