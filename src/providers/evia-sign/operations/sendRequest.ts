import * as z from 'zod';
import { defineOperation } from '../../../core/operation';
import { sources } from '../sources';
import { requestPath } from './fields';
import { errorReplies, requestReply } from './replies';

/** In the one sample the link is null; what it looks like otherwise, and how long it lives, is not documented. */
const sentReply = requestReply.extend({
  embeddedSigningUrl: z.string().nullable().optional().meta({ title: 'Signing link', secret: true }),
});

/** A link counts whatever else the reply lacks. */
const linkOnly = z.object({ embeddedSigningUrl: z.union([z.string(), z.array(z.string())]) });

export const sendRequest = defineOperation({
  id: 'evia-sign/send-request',
  title: 'Send a signature request',
  summary: 'Starts signing: all signatories are told by e-mail or text message.',
  method: 'POST',
  path: '/_apis/sign/api/v2/requests/{requestId}/send',
  docs: sources.send,
  request: { path: requestPath },
  effects: ['mailsPeople', 'mailsOnRecord'],
  replies: { 200: sentReply, ...errorReplies },
  failures: ['bad-request', 'unauthorized', 'request-not-found'],
  examples: [{ title: 'A draft', source: 'documented', path: { requestId: '3b0c94d1-6c0e-4f0b-9a53-1f2d8c7e5a60' } }],
  findLinks: (reply) => {
    const sent = linkOnly.safeParse(reply);
    return sent.success ? [sent.data.embeddedSigningUrl].flat().map((url) => ({ url })) : [];
  },
});
