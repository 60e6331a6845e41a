import * as z from 'zod';
import { defineOperation } from '../../../../core/operation';
import { flag, text } from '../../../../kit/fields';
import { sources } from '../../sources';
import { replies } from '../replies';
import { sessionIsNamed } from './sessionRules';

const body = z.object({
  copyOptions: z
    .object({
      Version: z
        .union([z.int().meta({ title: 'Number' }), z.string().meta({ title: 'Text' })])
        .optional()
        .meta({
          title: 'Version',
          description: 'Which version of the session is copied; its values are not documented.',
        }),
      RetainFields: flag('Keep fields', 'The fields of the documents are copied, too.'),
    })
    .optional()
    .meta({ title: 'Options', description: 'What is copied.' }),
  session: z
    .object({
      Id: text('Session ID', 'ID of the session that is copied.', '5e551011-0000-4000-8000-000000000003').meta({
        refersTo: 'sessions',
      }),
      SessionInfo: z
        .object({
          Id: text('Session ID', 'Another place for the ID of the session.'),
          Title: text('Title', 'Title of the copy; that of the session without it.', 'Disclosure form, again'),
        })
        .optional()
        .meta({ title: 'Session', description: 'How the copy is called.' }),
    })
    .meta({ title: 'Session', description: 'The session that is copied.' }),
});

export const copySession = defineOperation({
  id: 'constellation1/copy-session',
  title: 'Copy a session',
  summary:
    'Makes a new session of one that is there, with its documents and signers. It has to be started to be signed.',
  method: 'POST',
  path: '/rest/v1/sessions/copy',
  docs: sources.copySession,
  request: { body },
  replies: replies.session,
  rules: [sessionIsNamed],
  failures: ['invalid-token', 'bad-token', 'null-reply', 'session-not-found', 'session-not-named', 'bad-request'],
  examples: [
    {
      title: 'A completed session, with its fields',
      source: 'ours',
      body: {
        copyOptions: { RetainFields: true },
        session: {
          Id: '5e551011-0000-4000-8000-000000000003',
          SessionInfo: { Title: 'Disclosure form, again' },
        },
      },
    },
    {
      title: 'Nothing but the session',
      source: 'minimal',
      body: { session: { Id: '5e551011-0000-4000-8000-000000000003' } },
    },
  ],
});
