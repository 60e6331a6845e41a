import type * as z from 'zod';
import type { Reply } from '../../http';
import type { Operation, ReplySchemas } from '../../operation';
import type { Provider } from '../../provider';

export function isSuccess(status: number): boolean {
  return status >= 200 && status < 300;
}

export function namesError(provider: Provider, reply: Reply): boolean {
  return provider.readErrors(reply).some(({ message }) => message !== undefined && message !== '');
}

/** The same, or a code of its own. */
export function tellsError(provider: Provider, reply: Reply): boolean {
  return (
    namesError(provider, reply) || provider.readErrors(reply).some(({ code = reply.status }) => code !== reply.status)
  );
}

export function successes({ replies }: Operation): readonly z.ZodType[] {
  const known = ofSuccess.get(replies) ?? schemasOf(replies, isSuccess);
  ofSuccess.set(replies, known);
  return known;
}

const ofSuccess = new WeakMap<ReplySchemas, readonly z.ZodType[]>();

export function schemasOf(replies: ReplySchemas, wanted: (status: number) => boolean): readonly z.ZodType[] {
  return Object.entries(replies).flatMap(([status, schema]) => (wanted(Number(status)) ? [schema] : []));
}
