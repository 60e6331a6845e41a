import * as z from 'zod';
import { defineOperation } from '../../core/operation';
import { controlPath } from '../control';
import { docs, problem } from './callParts';

const signer = z.object({ name: z.string(), email: z.string(), role: z.exactOptional(z.string()) });
const visitState = z.enum([
  'open',
  'waiting',
  'challenged',
  'locked',
  'used',
  'declined',
  'expired',
  'cancelled',
  'unknown',
  'placeholder',
]);

export const listSigners = defineOperation({
  id: 'emulator/signers',
  title: 'List who may sign where on the emulator',
  summary: 'The signing pages of APIs that mail their links: nothing is mailed here.',
  method: 'GET',
  path: `${controlPath}/signers`,
  docs,
  request: {},
  replies: {
    200: z.object({
      signers: z.array(
        z.object({ document: z.string(), signer, state: visitState, url: z.string().meta({ secret: true }) }),
      ),
    }),
  },
  examples: [{ title: 'Everyone', source: 'ours' }],
});

export const actAsRecipient = defineOperation({
  id: 'emulator/sign',
  title: 'Act as a recipient on the emulator',
  summary:
    'Opens a signing page, answers its questions, finishes or declines: by its link, or as someone whose link is mailed.',
  method: 'POST',
  path: `${controlPath}/sign`,
  docs,
  request: {
    body: z.object({
      link: z.exactOptional(z.string().min(1).meta({ title: 'Link', secret: true })),
      document: z.exactOptional(
        z.string().min(1).meta({ title: 'Document', description: 'Its ID, instead of a link.' }),
      ),
      as: z.exactOptional(
        z
          .string()
          .min(1)
          .meta({ title: 'As', description: 'E-mail address, name or role of the recipient, with a document.' }),
      ),
      action: z.enum(['open', 'answer', 'finish', 'decline']).meta({ title: 'Action' }),
      answers: z.exactOptional(
        z.array(z.string().meta({ title: 'Answer', secret: true })).meta({
          title: 'Answers',
          description: 'To the questions of the page, in their order.',
          itemLabel: 'Answer',
        }),
      ),
      reason: z.exactOptional(z.string().max(1000).meta({ title: 'Reason', description: 'Of declining.' })),
    }),
  },
  replies: {
    200: z.object({
      state: visitState.meta({ description: 'Of the page, after the action.' }),
      signer,
      redirect: z.exactOptional(z.string().meta({ description: 'Where the page sends the recipient next.' })),
    }),
    400: problem,
    403: problem,
    404: problem,
    409: z.object({ message: z.string(), state: visitState }),
  },
  examples: [{ title: 'Finish', source: 'ours', body: { document: '1', as: 'anna@example.com', action: 'finish' } }],
});
