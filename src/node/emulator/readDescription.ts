import * as z from 'zod';
import { loopbackAddress } from '../../core/addresses/address';
import type { DocumentDetail } from '../../core/documents';
import { defaultLimits, replyJson } from '../../core/http';
import { descriptionPath } from '../../emulator/control';
import { createHttpClient } from '../http/httpClient';

/** What an emulator knows of a document beyond its API; undefined when it knows nothing. */
export async function readDescription(
  baseUrl: string,
  collection: string,
  id: string,
): Promise<DocumentDetail | undefined> {
  const url = loopbackAddress(baseUrl, descriptionPath, { collection, id });
  if (url === undefined) return undefined;
  const outcome = await createHttpClient().send({ method: 'GET', url, headers: {}, body: undefined }, defaultLimits);
  if (outcome.kind === 'failed' || outcome.reply.status !== 200) return undefined;
  // Whatever answers on the port: what the tree shows and sends is what it is taken for.
  return description.safeParse(replyJson(outcome.reply)).data;
}

const text = z.string();
const section = z.record(text, z.json());
const status = z.object({
  text,
  tone: z.enum(['none', 'draft', 'waiting', 'open', 'done', 'refused', 'expired']),
});
const action = z.object({
  verb: z.enum(['create', 'add', 'edit', 'invite', 'remove', 'link', 'send', 'remind', 'cancel', 'other']),
  title: text,
  operation: text,
  subject: z.exactOptional(text),
  blocked: z.exactOptional(text),
  complete: z.exactOptional(z.boolean()),
  path: z.exactOptional(section),
  query: z.exactOptional(section),
  body: z.exactOptional(z.json()),
});
const summary = { id: text, title: text, status: z.exactOptional(status), actions: z.array(action) };
const recipient = z.object({
  ...summary,
  role: z.exactOptional(text),
  order: z.exactOptional(z.number()),
  signingPage: z.exactOptional(text),
});
const description: z.ZodType<DocumentDetail> = z.object({
  ...summary,
  recipients: z.array(recipient),
  empty: z.exactOptional(text),
  note: z.exactOptional(text),
});
