import * as z from 'zod';
import { loopbackAddress } from '../../core/addresses/address';
import type { DocumentDetail } from '../../core/documents';
import { defaultLimits, replyJson } from '../../core/http';
import { descriptionPath } from '../../emulator/control';
import { createHttpClient } from '../httpClient';

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
  const body = replyJson(outcome.reply);
  // Whatever answers on the port: without these the tree could not show it.
  return description.safeParse(body).success ? (body as DocumentDetail) : undefined;
}

const description = z.object({
  id: z.string(),
  title: z.string(),
  recipients: z.array(z.object({ id: z.string(), title: z.string(), actions: z.array(z.object({})) })),
  actions: z.array(z.object({})),
});
