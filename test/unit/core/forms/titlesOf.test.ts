import assert from 'node:assert/strict';
import * as z from 'zod';
import { titlesOf } from '../../../../src/core/forms/titlesOf';
import type { Operation } from '../../../../src/core/operation';
import type { Provider } from '../../../../src/core/provider';
import { demoProvider } from '../../emulator/demoProvider';

const step = z.object({ label: z.string() });

const signer = z.object({
  email: z.string().meta({ title: 'E-mail' }),
  first_name: z.string(),
  'a/b~c': z.string(),
  check: z
    .discriminatedUnion('type', [
      z.object({ type: z.literal('password'), password: z.string() }),
      z.object({ type: z.literal('phone'), phone_number: z.string() }),
    ])
    .optional(),
  steps: z.array(step).meta({ title: 'Steps', itemLabel: 'Step' }),
  tags: z.array(z.string()).meta({ title: 'Tags', itemLabel: 'Tag' }),
  extra: z.record(z.string(), z.string()),
});

const invite: Operation = {
  id: 'quill/invite',
  title: 'Invite',
  summary: 'Invites.',
  method: 'POST',
  path: '/envelopes/{envelope_id}',
  docs: 'https://quill.example/docs',
  request: {
    path: z.object({ envelope_id: z.string().meta({ title: 'Envelope' }) }),
    body: z.object({ signers: z.array(signer).meta({ title: 'Signers', itemLabel: 'Signer' }) }),
  },
  replies: { 200: z.undefined() },
  examples: [],
};

const inviteMany: Operation = {
  ...invite,
  id: 'quill/invite-many',
  path: '/envelopes',
  request: { body: z.array(signer).meta({ title: 'Signers', itemLabel: 'Signer' }) },
};

const titles: Readonly<Record<string, string>> = {
  '': 'Request',
  '/operation': 'Operation',
  '/connection': 'Connection',
  '/path': 'Path parameters',
  '/path/envelope_id': 'Envelope',
  '/body': 'Body',
  '/body/signers': 'Signers',
  '/body/signers/1': 'Signer 2',
  '/body/signers/1/email': 'Signer 2 › E-mail',
  '/body/signers/9/first_name': 'Signer 10 › First name',
  '/body/signers/0/a~1b~0c': 'Signer 1 › A/b~c',
  '/body/signers/0/check': 'Signer 1 › Check',
  '/body/signers/0/check/phone_number': 'Signer 1 › Check › Phone number',
  '/body/signers/0/steps': 'Signer 1 › Steps',
  '/body/signers/0/steps/2': 'Signer 1 › Step 3',
  '/body/signers/0/steps/2/label': 'Signer 1 › Step 3 › Label',
  '/body/signers/0/tags/0': 'Signer 1 › Tag 1',
  // What the schemas do not know is called as it is written.
  '/body/signers/0/extra/any': 'Signer 1 › Extra › any',
  '/body/signers/0/odd/way': 'Signer 1 › odd › way',
  '/body/signers/first/email': 'Signers › first › email',
  '/body/odd~1way': 'odd/way',
  '/query/page': 'query › page',
  '/headers': 'headers',
  '/body/__proto__/x': '__proto__ › x',
  '/constructor': 'constructor',
};

const titlesOfList: Readonly<Record<string, string>> = {
  '/body': 'Body',
  '/body/0': 'Signer 1',
  '/body/0/email': 'Signer 1 › E-mail',
};

describe('Titles of places', () => {
  const provider = demoProvider as Provider;
  for (const [operation, table] of [
    [invite, titles],
    [inviteMany, titlesOfList],
  ] as const) {
    const titleOf = titlesOf(provider, operation);
    for (const [pointer, title] of Object.entries(table)) {
      it(`${operation.id} calls ${pointer || 'the whole'} "${title}"`, () => assert.equal(titleOf(pointer), title));
    }
  }
});
