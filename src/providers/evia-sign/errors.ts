import * as z from 'zod';
import type { ApiError } from '../../core/failure';
import { type Reply, replyJson, replyText } from '../../core/http';

/** The only sample of an error, from version 1: `{"error":"Invalid request"}`. Version 2 prints texts without a shape. */
export const errorReply = z.object({ error: z.string() });

/** Names under which servers of this kind put the text, the sample's first. */
const names = ['error', 'message', 'errormessage', 'detail', 'title'];

/** The text of an error wherever it stands; a reply without one is named by its status. */
export function readErrors(reply: Reply): readonly ApiError[] {
  const message = textOf(reply);
  return [message === undefined ? { code: reply.status } : { message }];
}

function textOf(reply: Reply): string | undefined {
  const body = replyJson(reply);
  if (body === undefined) return plainText(replyText(reply));
  if (typeof body === 'string') return plainText(body);
  const object = z.record(z.string(), z.unknown()).safeParse(body);
  if (!object.success) return undefined;
  const texts = new Map(Object.entries(object.data).map(([key, value]) => [key.toLowerCase(), value]));
  return names.map((name) => texts.get(name)).find((text): text is string => typeof text === 'string' && text !== '');
}

/** A page of a gateway is not the text of an error. */
function plainText(text: string): string | undefined {
  const trimmed = text.trim();
  return trimmed === '' || trimmed.startsWith('<') || trimmed.length > 500 ? undefined : trimmed;
}
