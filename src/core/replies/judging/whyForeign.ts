import { t } from '@vscode/l10n';
import { type Reply, replyText } from '../../http';
import { deepestReply, isDeeperThan } from '../../nesting';
import type { Operation } from '../../operation';
import type { Provider } from '../../provider';
import { unknownEncoding } from '../body/contentEncoding';
import { bodySummary, endsEarly, isFile, isWrapped, nameOfText, sideOf } from './bodyText';
import { allowsBytes, allowsNothing, allowsText, namesContent, resembles } from './documentedShape';
import { foreignStatus } from './foreignStatus';
import type { Judged } from './judged';
import { readPage } from './page';
import { isSuccess, namesError, schemasOf, successes } from './success';
import type { Foreign } from './verdict';

export function whyForeign(reply: Reply, body: unknown, judged: Judged): Foreign | undefined {
  if (reply.incomplete !== undefined) return { kind: reply.incomplete === 'cut' ? 'cutOff' : 'damaged' };
  const byStatus = foreignStatus(reply);
  if (byStatus !== undefined) return byStatus;
  if (body === undefined) return whyNoJson(reply, judged);
  if (isDeeperThan(deepestReply, body)) return { kind: 'tooDeep' };
  return isAnswer(reply, body, judged) ? undefined : { kind: 'otherShape', found: bodySummary(body) };
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
