import * as z from 'zod';
import { defineOperation } from '../../core/operation';
import { descriptionPath, statePath } from '../control';
import { docs, problem } from './callParts';

const recipientStatus = z.object({ text: z.string(), tone: z.string() });

export const readState = defineOperation({
  id: 'emulator/state',
  title: 'Read all documents of the emulator',
  summary: 'With their statuses and recipients, as the tree of the editor shows them.',
  method: 'GET',
  path: statePath,
  docs,
  request: {
    query: z.object({
      document: z.exactOptional(z.string().meta({ title: 'Document', description: 'Only the one with this ID.' })),
    }),
  },
  replies: {
    200: z.object({
      documents: z.array(
        z.looseObject({
          collection: z.string(),
          id: z.string(),
          title: z.string(),
          status: z.exactOptional(recipientStatus),
          recipients: z.array(
            z.looseObject({
              id: z.string(),
              title: z.string(),
              role: z.exactOptional(z.string()),
              order: z.exactOptional(z.number()),
              status: z.exactOptional(recipientStatus),
              signingPage: z.exactOptional(z.string().meta({ secret: true })),
            }),
          ),
        }),
      ),
    }),
  },
  examples: [{ title: 'Everything', source: 'ours' }],
});

export const describeDocument = defineOperation({
  id: 'emulator/describe',
  title: 'Read what the emulator knows of a document',
  summary: 'Beyond what its API tells.',
  method: 'GET',
  path: descriptionPath,
  docs,
  request: { path: z.object({ collection: z.string().min(1), id: z.string().min(1) }) },
  replies: { 200: z.looseObject({ id: z.string() }), 404: problem },
  examples: [],
});
