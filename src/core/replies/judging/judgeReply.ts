import { t } from '@vscode/l10n';
import type * as z from 'zod';
import { type Reply, replyText } from '../../http';
import { deepestReply, isDeeperThan } from '../../nesting';
import type { Operation, ReplySchemas } from '../../operation';
import type { Provider } from '../../provider';
import { shortened } from '../../quoting/shortened';
import { unknownEncoding } from '../body/contentEncoding';
import { replyBody } from '../body/replyBody';
import { type Departures, departureSentences, departuresFrom, mostItemsOfLong, nameOfValue } from './departures';
import {
  allowsBytes,
  allowsNothing,
  allowsText,
  holdsOnlyDocumented,
  namesContent,
  resembles,
} from './documentedShape';
import { errorsBeside } from './errorsBeside';
import { extraKeys } from './extraKeys';
import { foreignStatus } from './foreignStatus';
import { readPage } from './page';
import type { ApisAnswer, Foreign, Judgement } from './verdict';

export interface Judged {
  readonly provider: Provider;
  readonly operation: Operation;
}

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

export function isSuccess(status: number): boolean {
  return status >= 200 && status < 300;
}

function whyForeign(reply: Reply, body: unknown, judged: Judged): Foreign | undefined {
  if (reply.incomplete !== undefined) return { kind: reply.incomplete === 'cut' ? 'cutOff' : 'damaged' };
  const byStatus = foreignStatus(reply);
  if (byStatus !== undefined) return byStatus;
  if (body === undefined) return whyNoJson(reply, judged);
  if (isDeeperThan(deepestReply, body)) return { kind: 'tooDeep' };
  return isAnswer(reply, body, judged) ? undefined : { kind: 'otherShape', found: summaryOf(body) };
}

function isAnswer(reply: Reply, body: unknown, { provider, operation }: Judged): boolean {
  if (isSuccess(reply.status)) {
    return resemblesSuccess(operation, body) || provider.isFailure?.(reply) === true || namesError(provider, reply);
  }
  return resemblesError(provider, operation, reply.status, body) || namesError(provider, reply);
}

function whyNoJson(reply: Reply, judged: Judged): Foreign | undefined {
  const { provider, operation } = judged;
  const type = reply.headers['content-type'] ?? '';
  const text = replyText(reply).trim();
  const encoding = unknownEncoding(reply.headers);
  // A page can be read, so that it was not packed, whatever its headers say.
  if (encoding !== undefined && reply.bytes.length > 0 && !text.startsWith('<')) return { kind: 'packed', encoding };
  if (isFile(reply)) return whyFile(reply, judged);
  if (text === '') return whyEmpty(reply, judged);
  const page = readPage(text, '');
  if (page !== undefined) return { kind: 'page', ...page };
  if (reply.whole === undefined && isWrapped(text)) return { kind: 'wrapped', side: sideOf(text) };
  const named = readPage(text, type);
  if (named !== undefined) return { kind: 'page', ...named };
  // Only its beginning was read, so nothing is known against it.
  if (reply.whole !== undefined) return undefined;
  if (isGatewayStatus(reply.status)) return { kind: 'notJson', found: nameOfText(text) };
  const isDocumented = isSuccess(reply.status)
    ? successes(operation).some((schema) => allowsText(schema) || (allowsNothing(schema) && !namesContent(schema)))
    : namesError(provider, reply);
  if (endsEarly(text)) return { kind: 'cutOff' };
  return isDocumented && !text.startsWith('<') ? undefined : { kind: 'notJson', found: nameOfText(text) };
}

function whyFile({ status }: Reply, { operation }: Judged): Foreign | undefined {
  const isDocumented = isSuccess(status) && successes(operation).some(allowsBytes);
  return isDocumented ? undefined : { kind: 'notJson', found: t('binary data'), isBinary: true };
}

function isFile(reply: Reply): boolean {
  return replyBody(reply).kind === 'binary';
}

function whyEmpty(reply: Reply, { provider, operation }: Judged): Foreign | undefined {
  if (isGatewayStatus(reply.status)) return { kind: 'empty' };
  if (!isSuccess(reply.status)) return undefined;
  const documented = successes(operation);
  if (documented.length === 0 || documented.some(allowsNothing)) return undefined;
  return provider.isFailure?.(reply) === true ? undefined : { kind: 'empty' };
}

/** Statuses by which a gateway says that it did not get the API's answer. */
function isGatewayStatus(status: number): boolean {
  return status === 502 || status === 503 || status === 504;
}

function resemblesSuccess(operation: Operation, body: unknown): boolean {
  const documented = successes(operation);
  return documented.length === 0 || documented.some((schema) => resembles(schema, body) || allowsNothing(schema));
}

function resemblesError(provider: Provider, operation: Operation, status: number, body: unknown): boolean {
  const own = operation.replies[status];
  if (own !== undefined && resembles(own, body)) return true;
  return provider.operations.some((one) =>
    schemasOf(one.replies, (other) => other >= 400).some((schema) => resembles(schema, body)),
  );
}

function namesError(provider: Provider, reply: Reply): boolean {
  return provider.readErrors(reply).some(({ message }) => message !== undefined && message !== '');
}

/** The same, or a code of its own. */
function tellsError(provider: Provider, reply: Reply): boolean {
  return (
    namesError(provider, reply) || provider.readErrors(reply).some(({ code = reply.status }) => code !== reply.status)
  );
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

function successes({ replies }: Operation): readonly z.ZodType[] {
  const known = ofSuccess.get(replies) ?? schemasOf(replies, isSuccess);
  ofSuccess.set(replies, known);
  return known;
}

const ofSuccess = new WeakMap<ReplySchemas, readonly z.ZodType[]>();

function schemasOf(replies: ReplySchemas, wanted: (status: number) => boolean): readonly z.ZodType[] {
  return Object.entries(replies).flatMap(([status, schema]) => (wanted(Number(status)) ? [schema] : []));
}

const mostKeys = 5;

function summaryOf(body: unknown): string {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return nameOfValue(body);
  const keys = Object.keys(body);
  if (keys.length === 0) return t('an empty object');
  const named = keys
    .slice(0, mostKeys)
    .map((key) => `"${shortened(key, 40)}"`)
    .join(', ');
  const rest = keys.length - mostKeys;
  return rest > 0 ? t('an object with {0} and {1} more', named, rest) : t('an object with {0}', named);
}

function nameOfText(text: string): string {
  if (text.startsWith('<')) return 'XML';
  return /^[[{"]/.test(text) ? t('broken JSON') : t('text');
}

/** An object or a list that has begun and has no end. */
function endsEarly(text: string): boolean {
  return (text.startsWith('{') && !text.endsWith('}')) || (text.startsWith('[') && !text.endsWith(']'));
}

/** Comments, a prefix of another format, a notice of the server: with JSON in the middle. */
function isWrapped(text: string): boolean {
  const [from, to] = innerJson(text);
  if (from < 0 || to <= from || to - from === text.length || !/^(?:\{|\[\s*[{\]])/.test(text.slice(from, from + 100)))
    return false;
  try {
    JSON.parse(text.slice(from, to));
    return true;
  } catch {
    // A brace in a text makes no JSON.
    return false;
  }
}

function sideOf(text: string): 'before' | 'after' | 'around' {
  const [from, to] = innerJson(text);
  if (from === 0) return 'after';
  return to === text.length ? 'before' : 'around';
}

function innerJson(text: string): readonly [from: number, to: number] {
  return [text.search(/[[{]/), Math.max(text.lastIndexOf('}'), text.lastIndexOf(']')) + 1];
}
