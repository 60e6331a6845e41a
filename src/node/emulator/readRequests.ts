import * as z from 'zod';
import { loopbackAddress } from '../../core/addresses/address';
import { defaultLimits, replyJson } from '../../core/http';
import { controlPath } from '../../emulator/control';
import type { RequestLog } from '../../emulator/inspector/requestLog';
import { createHttpClient } from '../http/httpClient';

/** What was asked of the emulator at this address, the newest first; undefined when it does not tell. */
export async function readRequests(baseUrl: string): Promise<ReturnType<RequestLog['list']> | undefined> {
  const url = loopbackAddress(baseUrl, `${controlPath}/requests`);
  if (url === undefined) return undefined;
  const outcome = await createHttpClient().send({ method: 'GET', url, headers: {}, body: undefined }, defaultLimits);
  if (outcome.kind === 'failed' || outcome.reply.status !== 200) return undefined;
  // Whatever answers on the port.
  return answer.safeParse(replyJson(outcome.reply)).data?.requests;
}

const text = z.string();
const answer = z.object({
  requests: z.array(
    z.object({
      number: z.number(),
      at: text,
      method: text,
      path: text,
      status: z.number(),
      operations: z.array(text),
      failures: z.array(z.object({ id: text, meaning: text })),
      undocumented: z.array(text),
      fault: text,
      illustrative: z.array(text),
      isAbsent: z.boolean(),
      requestBytes: z.number(),
      durationMs: z.number(),
    }),
  ),
});
