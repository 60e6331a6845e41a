import { t } from '@vscode/l10n';
import { type HttpFailure, replyText } from '../http';
import type { Problem } from '../problems/problem';
import type { Provider } from '../provider';
import { changesSomething, lookOperation } from '../replies/lookStep';
import { maskerOf } from '../secrets/masker';
import type { CallFailed } from './callFailed';
import type { Secret } from './run';
import type { Target } from './target';

/** A call that got no reply, and may have done its work. */
export function noReply({ provider, operation }: Target, url: string, failure: HttpFailure): Problem {
  if (!changesSomething(operation)) return { kind: 'noReply', url, failure, mayHaveTakenEffect: false };
  const lookWith = lookOperation(provider, operation)?.title;
  return { kind: 'noReply', url, failure, mayHaveTakenEffect: lookWith === undefined ? {} : { lookWith } };
}

/** A server may answer with what it was sent, so the credentials are masked before the text is cut. */
export function tokenProblem(provider: Provider, { outcome, secrets }: CallFailed): Problem {
  if (outcome.kind === 'failed') return outcome.problem;
  const { status } = outcome.reply;
  const { errors, general, verdict } = outcome.reading;
  const [said] = general;
  const advice = said !== undefined && isOfServer(status) ? { nextStep: said.nextStep } : {};
  if (verdict.kind === 'foreign' && said !== undefined) {
    const detail = t('{0} (status {1}). {2}', said.title, status, said.cause);
    return { kind: 'unusableToken', provider: provider.id, detail, ...advice };
  }
  const [first] = errors;
  const told = maskedStart(first?.error.message ?? (said ? said.title : replyText(outcome.reply)), secrets);
  if (first?.failure === undefined)
    return { kind: 'tokenRefused', provider: provider.id, status, detail: told, ...advice };
  const { meaning, nextStep } = first.failure;
  return { kind: 'tokenRefused', provider: provider.id, status, detail: `${told}. ${meaning}`, nextStep, ...advice };
}

/** Statuses that say nothing of the credentials. */
function isOfServer(status: number): boolean {
  return status === 429 || status >= 500;
}

function maskedStart(text: string, secrets: readonly Secret[]): string {
  const most = 200;
  return maskerOf(secrets, undefined).body(text, { side: 'reply', most }).text.slice(0, most);
}
