import { type Reply, replyJson, replyText } from '../../http';
import type { RequestValues } from '../../operation';
import type { Run } from '../../sending/run';
import type { Exchange } from '../expressions/scope';
import type { WorkflowResult } from './result';

/** What went out, secrets masked, and what came back. */
export function exchangeOf({ sent, outcome, request }: Run): Exchange {
  const { path = {}, query = {}, body }: RequestValues = request;
  return {
    url: sent?.url ?? '',
    method: sent?.method ?? '',
    request: { headers: sent?.headers ?? {}, path, query, body },
    reply: outcome.kind === 'replied' ? exchangedReply(outcome.reply) : undefined,
  };
}

/** Of the last step that sent something. */
export function lastExchange({ steps }: WorkflowResult): Exchange | undefined {
  const run = steps.findLast((step) => step.run !== undefined)?.run;
  return run && exchangeOf(run);
}

export function exchangedReply(reply: Reply): NonNullable<Exchange['reply']> {
  const { status, headers } = reply;
  return { status, headers, body: replyJson(reply) ?? replyText(reply) };
}
