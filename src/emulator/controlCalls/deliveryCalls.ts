import * as z from 'zod';
import { defineOperation } from '../../core/operation';
import { controlPath } from '../control';
import { disturbanceBody } from '../deliveries/disturbances';
import { docs, problem, status, time } from './callParts';

/** Whoever subscribes may have secrets in them; what they carry is none. */
const eventHeaders = z
  .object({ 'content-type': z.exactOptional(z.string()) })
  .catchall(z.string().meta({ secret: true }));

const attempt = z.object({
  at: time,
  headers: eventHeaders,
  status: z.exactOptional(z.number()),
  body: z.exactOptional(z.string().meta({ description: 'The beginning of the answer.' })),
  durationMs: z.exactOptional(z.number()),
  reason: z.exactOptional(z.string().meta({ description: 'Why there is no answer.' })),
});

export const listDeliveries = defineOperation({
  id: 'emulator/deliveries',
  title: 'List what was sent, or would have been',
  summary:
    'E-mails and SMS with their links and codes, which nobody gets, and calls of webhooks with what was answered; the newest first.',
  method: 'GET',
  path: `${controlPath}/deliveries`,
  docs,
  request: {
    query: z.object({
      to: z.exactOptional(z.string().meta({ title: 'To', description: 'Only those to this address, number or URL.' })),
      document: z.exactOptional(z.string().meta({ title: 'Document', description: 'Only those about this ID.' })),
      state: z.exactOptional(
        z.string().meta({ title: 'State', description: 'Only webhooks that are so: "failed" for those given up.' }),
      ),
    }),
  },
  replies: {
    200: z.object({
      deliveries: z.array(
        z.object({
          sentAt: time,
          channel: z.enum(['email', 'sms', 'webhook']),
          purpose: z.enum(['invitation', 'reminder', 'code', 'event', 'notice']),
          to: z.string(),
          document: z.string(),
          link: z.exactOptional(z.string().meta({ secret: true })),
          code: z.exactOptional(z.string().meta({ secret: true })),
          event: z.exactOptional(z.string()),
          headers: z.exactOptional(eventHeaders),
          payload: z.exactOptional(z.json()),
          note: z.exactOptional(
            z.string().meta({ description: 'What the API would have done of it and the emulator does not.' }),
          ),
          id: z.exactOptional(z.string().meta({ description: 'Of a webhook: by which it is sent again.' })),
          state: z.exactOptional(z.enum(['waiting', 'delivered', 'failed', 'dropped', 'held', 'kept'])),
          reason: z.exactOptional(
            z.string().meta({ description: 'Why nothing more is sent, where no attempt says it.' }),
          ),
          attempts: z.exactOptional(z.array(attempt)),
        }),
      ),
    }),
  },
  examples: [{ title: 'To one recipient', source: 'ours', query: { to: 'ben@example.com' } }],
});

export const sendAgain = defineOperation({
  id: 'emulator/send-again',
  title: 'Send a webhook of the emulator again',
  summary: 'The same bytes to the same address, now.',
  method: 'POST',
  path: `${controlPath}/deliveries/again`,
  docs,
  request: { body: z.object({ id: z.string().min(1).meta({ title: 'ID', description: 'From the deliveries.' }) }) },
  replies: { 200: status, 400: problem, 403: problem },
  examples: [],
});

export const disturbWebhooks = defineOperation({
  id: 'emulator/disturb-webhooks',
  title: 'Disturb the next webhooks of the emulator',
  summary: 'They are dropped, late, sent twice or out of order. Starting over takes it back.',
  method: 'POST',
  path: `${controlPath}/webhooks/disturbances`,
  docs,
  request: { body: disturbanceBody },
  replies: { 200: status, 400: problem, 403: problem },
  examples: [{ title: 'The next one comes twice', source: 'ours', body: { effect: 'duplicate' } }],
});

export const registerAddress = defineOperation({
  id: 'emulator/webhook-address',
  title: 'Register a webhook as the vendor would',
  summary: 'For APIs without a call for it: their people store the address. Starting over takes it back.',
  method: 'POST',
  path: `${controlPath}/webhooks/address`,
  docs,
  request: {
    body: z.object({ url: z.string().min(1).nullable().meta({ title: 'URL', description: 'Null for none.' }) }),
  },
  replies: { 200: status, 400: problem, 403: problem },
  examples: [{ title: 'An address', source: 'ours', body: { url: 'http://127.0.0.1:3000/webhook' } }],
});
