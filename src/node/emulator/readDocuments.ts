import * as z from 'zod';
import { loopbackAddress } from '../../core/addresses/address';
import { defaultLimits, replyJson } from '../../core/http';
import type { WatchedDocument } from '../../core/live/documentChanges';
import { statePath } from '../../emulator/control';
import { createHttpClient } from '../http/httpClient';

/** All documents of the emulator at this address, with their people; undefined when it does not tell. */
export async function readDocuments(baseUrl: string): Promise<readonly WatchedDocument[] | undefined> {
  const url = loopbackAddress(baseUrl, statePath);
  if (url === undefined) return undefined;
  const outcome = await createHttpClient().send({ method: 'GET', url, headers: {}, body: undefined }, defaultLimits);
  if (outcome.kind === 'failed' || outcome.reply.status !== 200) return undefined;
  // Whatever answers on the port.
  return answer.safeParse(replyJson(outcome.reply)).data?.documents;
}

const text = z.string();
const status = z.object({
  text,
  tone: z.enum(['none', 'draft', 'waiting', 'open', 'done', 'refused', 'expired']),
});
const summary = { id: text, title: text, status: z.exactOptional(status) };
const recipient = z.object({
  ...summary,
  role: z.exactOptional(text),
  order: z.exactOptional(z.number()),
  signingPage: z.exactOptional(text),
});
const answer = z.object({
  documents: z.array(z.object({ ...summary, collection: text, recipients: z.array(recipient) })),
});
