import * as z from 'zod';
import { loopbackPage } from '../../core/addresses/address';
import { defaultLimits, replyJson } from '../../core/http';
import { controlPath } from '../../emulator/control';
import { controlHeader } from '../../emulator/controlHeader';
import type { RequestLog } from '../../emulator/inspector/requestLog';
import type { tellRequest } from '../../emulator/inspector/tellRequest';
import { createHttpClient } from '../http/httpClient';

/** What an emulator tells of what was asked of it. */
export interface InspectedLog {
  /** The newest first. */
  readonly requests: ReturnType<RequestLog['list']>;
  /** Headers and bodies of what comes now are kept. */
  readonly keepsBodies: boolean;
}

/** What else a tester has to know. */
export interface FaultsAndFailures {
  readonly faults: readonly WaitingFault[];
  readonly givenUp: readonly GivenUpEvent[];
}

/** All parts of it as the control tells them. */
export interface WaitingFault extends z.output<typeof fault> {}

export interface GivenUpEvent extends z.output<typeof delivery> {}

/** What was asked of the emulator at this address; undefined when it does not tell. */
export async function readLog(baseUrl: string): Promise<InspectedLog | undefined> {
  return log.safeParse(await ask(baseUrl, '/requests')).data;
}

/** Headers and bodies of one request, secrets masked. */
export async function readLogged(baseUrl: string, number: number): Promise<ReturnType<typeof tellRequest>> {
  return content.safeParse(await ask(baseUrl, `/requests/${number}`)).data;
}

export async function readFaultsAndFailures(baseUrl: string): Promise<FaultsAndFailures> {
  const [waiting, failed] = await Promise.all([ask(baseUrl, '/faults'), ask(baseUrl, '/deliveries?state=failed')]);
  return {
    faults: z.object({ faults: z.array(fault) }).safeParse(waiting).data?.faults ?? [],
    givenUp: z.object({ deliveries: z.array(delivery) }).safeParse(failed).data?.deliveries ?? [],
  };
}

/** False where it does not do so. */
export async function keepBodies(baseUrl: string, keep: boolean): Promise<boolean> {
  return (await ask(baseUrl, '/requests/bodies', { keep })) !== undefined;
}

async function ask(baseUrl: string, path: string, change?: object): Promise<unknown> {
  const url = loopbackPage(baseUrl, `${controlPath}${path}`);
  if (url === undefined) return undefined;
  const outcome = await createHttpClient().send(
    change === undefined
      ? { method: 'GET', url, headers: {}, body: undefined }
      : {
          method: 'POST',
          url,
          headers: { [controlHeader]: '1', 'content-type': 'application/json' },
          body: { text: JSON.stringify(change) },
        },
    defaultLimits,
  );
  return outcome.kind === 'failed' || outcome.reply.status !== 200 ? undefined : replyJson(outcome.reply);
}

/* Whatever answers on the port, and perhaps an emulator of another version. */

const text = z.string();
const log = z.object({
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
      isKept: z.boolean().catch(false),
    }),
  ),
  keepsBodies: z.boolean().catch(false),
});
const message = z.object({
  headers: z.record(text, text),
  body: z.object({
    kind: z.enum(['empty', 'text', 'binary', 'withheld']),
    size: z.number(),
    text,
    leftOut: z.number(),
  }),
});
const content = z.object({ number: z.number(), address: text, request: message, reply: message });
const fault = z.object({
  operation: z.exactOptional(text),
  failure: z.exactOptional(text),
  status: z.exactOptional(z.number()),
  effect: z.exactOptional(text),
  delayMs: z.exactOptional(z.number()),
  probability: z.exactOptional(z.number()),
  times: z.number(),
});
const delivery = z.object({
  sentAt: text,
  to: text,
  id: text,
  event: z.exactOptional(text),
  reason: z.exactOptional(text),
  attempts: z.array(z.object({ status: z.exactOptional(z.number()), reason: z.exactOptional(text) })),
});
