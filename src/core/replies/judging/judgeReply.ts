import { t } from '@vscode/l10n';
import type * as z from 'zod';
import type { Reply } from '../../http';
import { isFile } from './bodyText';
import { type Departures, departureSentences, departuresFrom, mostItemsOfLong } from './departures';
import { allowsBytes, allowsText, holdsOnlyDocumented, namesContent, resembles } from './documentedShape';
import { errorsBeside } from './errorsBeside';
import { extraKeys } from './extraKeys';
import type { Judged } from './judged';
import { isSuccess, namesError, successes, tellsError } from './success';
import type { ApisAnswer, Judgement } from './verdict';
import { whyForeign } from './whyForeign';

/**
 * The gate before success, links, token and explanation: is this the API's answer at all? `body` is the parsed JSON,
 * undefined without one.
 */
export function judgeReply(reply: Reply, body: unknown, judged: Judged): Judgement {
  const what = whyForeign(reply, body, judged);
  if (what !== undefined) return { kind: 'foreign', what };
  return { kind: 'answer', ...(isSuccess(reply.status) ? departuresOf(reply, body, judged) : asDocumented) };
}

/** Whether a reply that is the API's answer reports a failure. */
export function reportsFailure(reply: Reply, body: unknown, { provider, operation }: Judged): boolean {
  if (provider.isFailure !== undefined) return provider.isFailure(reply);
  if (!isSuccess(reply.status)) return true;
  if (body === undefined) return false;
  const telling = successes(operation).filter(namesContent);
  if (operation.replies[reply.status] === undefined) {
    // Nothing is known of the status, so the body decides: of several results some may have failed.
    return !telling.some((schema) => holdsOnlyDocumented(schema, body)) && tellsError(provider, reply);
  }
  // Where any body or none is documented, one that names an error is no success; nor is one that is documented only in
  // what holds nothing, such as `"data": null` beside it.
  const told = withoutEmpty(body);
  return !telling.some((schema) => resembles(schema, told)) && namesError(provider, reply);
}

function withoutEmpty(body: unknown): unknown {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return body;
  return Object.fromEntries(Object.entries(body).filter(([, value]) => !isEmpty(value)));
}

function isEmpty(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return value === null || value === '';
  if (Array.isArray(value)) return value.length === 0;
  return Object.keys(value).length === 0;
}

const asDocumented: Omit<ApisAnswer, 'kind'> = { departures: [], differences: [] };

function departuresOf(reply: Reply, body: unknown, { provider, operation }: Judged): Omit<ApisAnswer, 'kind'> {
  if (reportsFailure(reply, body, { provider, operation })) return asDocumented;
  const documented = operation.replies[reply.status];
  const remark = documented === undefined ? [t('Status {0} is not documented for this call.', reply.status)] : [];
  const beside = errorsBeside(body);
  const schema = documented ?? successes(operation).find((one) => resembles(one, body));
  const { differences, remarks } = schema === undefined ? nothingCompared : shapeDifferences(schema, reply, body);
  return { departures: [...beside, ...remark, ...departureSentences(differences), ...remarks], differences };
}

const nothingCompared: Departures = { differences: [], remarks: [] };

function shapeDifferences(schema: z.ZodType, reply: Reply, body: unknown): Departures {
  if (body === undefined && (isFile(reply) ? allowsBytes(schema) : allowsText(schema))) return nothingCompared;
  if (reply.whole !== undefined) return nothingCompared;
  if (body !== undefined || reply.bytes.length === 0) {
    const isLong = reply.bytes.length > mostCompared;
    const { differences, remarks } = departuresFrom(schema, body, isLong ? mostItemsOfLong : undefined);
    return { differences: [...differences, ...extraKeys(schema, body)], remarks };
  }
  const top = { place: '', pointer: '', count: 1, isCut: false };
  return { differences: [{ kind: 'otherType', ...top, found: 'text', documented: 'nothing' }], remarks: [] };
}

/** In bytes: of a longer body not all of its lists are compared. */
const mostCompared = 2 * 1024 * 1024;
