import assert from 'node:assert/strict';
import * as z from 'zod';
import type { Collection } from '../../../../src/core/documents';
import type { CollectionCase, OperationCase } from '../../../../src/core/scenarios/case';
import { describeFault } from '../../../../src/core/scenarios/caseFault';
import { runCase, runCollectionCase } from '../../../../src/core/scenarios/runCase';
import type { Stage } from '../../../../src/core/scenarios/stage';
import type { CaseStep } from '../../../../src/core/scenarios/step';
import type { Run } from '../../../../src/core/sending/run';
import { emulatorOverHttp } from '../../../../src/headless/emulator/emulatorOverHttp';
import { demoProvider } from '../../emulator/demoProvider';
import { openInProcess } from '../../fixtures/openStage';
import { foreignWords } from '../../foreignWords';

const summaries = z.array(z.object({ id: z.string(), text: z.string() }));

const notes: Collection = {
  id: 'notes',
  title: 'Notes',
  noun: 'note',
  create: [],
  verbs: [],
  list: async (call) => {
    const found = summaries.parse(await call('demo-notes/list-notes', {}));
    return { items: found.map(({ id, text }) => ({ id, title: text })) };
  },
  read: async (call, id) => {
    const { text } = summaries.element.parse(await call('demo-notes/get-note', { path: { note_id: id } }));
    return { id, title: text, recipients: [], actions: [] };
  },
};
const { list: _list, ...unlisted } = notes;
const refusal = z.object({ code: z.string(), message: z.string() });
const provider = {
  ...demoProvider,
  operations: demoProvider.operations.map((operation) => ({
    ...operation,
    replies: { ...operation.replies, 404: refusal, 409: refusal },
  })),
  resources: { collections: [notes, { ...unlisted, id: 'others' }] },
};

const created = { path: { note_id: 'second' }, body: { text: 'new', copies: 1 } };
const create: CaseStep = {
  send: 'demo-notes/create-note',
  values: created,
  keep: { link: '/links/0/url', id: '/reply/id' },
};
const read: OperationCase = {
  name: 'read',
  operation: 'demo-notes/get-note',
  values: { path: { note_id: '{{id}}' } },
  reply: { status: 200, body: { text: 'new' } },
};
const createNote = (id: string) => ({
  send: 'demo-notes/create-note',
  values: { path: { note_id: id }, body: { text: id, copies: 1 } },
});
const first = { path: { note_id: 'first' } };
const absent = { path: { note_id: 'none' } };

const holding: Readonly<Record<string, OperationCase>> = {
  'what a step kept is used': { ...read, given: [create] },
  'a request as it is sent': {
    ...read,
    given: [create],
    request: { method: 'GET', path: '/api/v1/notes/second', headers: { authorization: { $matches: 'secret' } } },
  },
  'a step that is taken several times': {
    ...read,
    given: [create, { send: 'demo-notes/get-note', values: first, times: 3 }],
  },
  'a signing page': { ...read, given: [create], after: [{ visit: '{{link}}', status: 200, text: 'Note second' }] },
  'a signature': {
    ...read,
    given: [create],
    after: [
      { sign: '{{link}}&redirect=https://back.example/', redirect: 'https://back.example/' },
      { visit: '{{link}}', status: 410 },
    ],
  },
  'a refusal to sign': {
    ...read,
    given: [create, { decline: '{{link}}', reason: 'No.' }, { visit: '{{link}}', status: 410 }],
  },
  'time that passes': { ...read, given: [create, { advanceMinutes: 90 }] },
  'a failure': {
    name: 'a',
    operation: 'demo-notes/get-note',
    values: absent,
    reply: { status: 404 },
    failure: 'notFound',
  },
  'what is foreseen': {
    name: 'a',
    operation: 'demo-notes/create-note',
    values: { path: { note_id: 'x' }, body: { text: 'x', copies: 0 } },
    issues: [{ pointer: '/body/copies', code: 'too_small' }],
  },
  'facts that are known': {
    name: 'a',
    operation: 'demo-notes/create-note',
    values: { path: { note_id: 'first' }, body: { text: 'x', copies: 1 } },
    facts: { taken: true },
    issues: [{ pointer: '/path/note_id', code: 'taken' }],
    reply: { status: 409 },
    failure: 'taken',
  },
  links: {
    name: 'a',
    operation: 'demo-notes/create-note',
    values: created,
    reply: { status: 201 },
    links: [{ url: '{{origin}}/sign/second?token=link-of-second' }],
  },
  'credentials of its own': {
    name: 'a',
    operation: 'demo-notes/get-note',
    credentials: { clientSecret: 'wrong' },
    values: first,
    problem: 'tokenRefused',
  },
  "a stranger's request": {
    name: 'a',
    operation: 'demo-notes/get-note',
    raw: { method: 'GET', path: '/api/v1/notes/first' },
    reply: { status: 200, headers: { 'content-type': 'application/json' }, body: { id: 'first' } },
  },
  "a stranger's request without a token": {
    name: 'a',
    operation: 'demo-notes/get-note',
    raw: { method: 'GET', path: '/api/v1/notes/first', anonymous: true },
    reply: { status: 401 },
    failure: 'unauthorized',
  },
};

const failing: Readonly<Record<string, readonly [item: OperationCase, said: RegExp]>> = {
  'a step that is refused': [
    { ...read, given: [{ send: 'demo-notes/get-note', values: absent }] },
    /^f\/given\/0: demo-notes\/get-note answers with status 404: .*Note none not found/,
  ],
  'a step of no operation': [
    { ...read, given: [create, { send: 'demo-notes/go-home' }] },
    /^f\/given\/1: .*demo-notes\/go-home/,
  ],
  'a step whose values are wrong': [{ ...read, given: [{ send: 'demo-notes/get-note' }] }, /^f\/given\/0: /],
  'what is not there to be kept': [
    { ...read, given: [{ ...create, keep: { id: '/reply/uuid' } }] },
    /^f\/given\/0\/keep\/id: There is no text or number at \/reply\/uuid to keep as "id"\. Pointers begin with \/reply/,
  ],
  'a page with another status': [
    { ...read, given: [create, { visit: '{{link}}', status: 410 }] },
    /^f\/given\/1\/status: Expected status 410, found 200\./,
  ],
  'a page with another text': [
    { ...read, given: [create, { visit: '{{link}}', status: 200, text: 'Farewell' }] },
    /^f\/given\/1\/text: The page does not say "Farewell"\./,
  ],
  'a page elsewhere': [
    { ...read, given: [create], after: [{ visit: 'https://other.example/sign', status: 200 }] },
    /^f\/after\/0: The link does not lead to the emulator\. Pages are opened on the emulator alone, and nothing was opened\. Look/,
  ],
  'another redirect': [
    { ...read, given: [create, { sign: '{{link}}', redirect: 'https://back.example/' }] },
    /^f\/given\/1\/redirect: Expected to be led to https:\/\/back\.example\/, was led nowhere\./,
  ],
  'a redirect in other letters': [
    {
      ...read,
      given: [create, { sign: '{{link}}&redirect=https://back.example/A', redirect: 'https://back.example/a' }],
    },
    /^f\/given\/1\/redirect: Expected to be led to https:\/\/back\.example\/a, was led to https:\/\/back\.example\/A\./,
  ],
  'a name that nothing was kept under': [
    { ...read, given: [{ send: 'demo-notes/get-note', values: { path: { note_id: '{{nothing}}' } } }] },
    /^f\/given\/0: .*nothing/s,
  ],
  'a switch that there is not': [
    { ...read, given: [{ switchOn: 'no such switch' }] },
    /^f\/given\/0: The emulator answers with status 400/,
  ],
  'signing what is no page': [
    { ...read, given: [create, { sign: '{{origin}}/nowhere' }] },
    /^f\/given\/1: The signing page answers with status 404\. Visit the link first/,
  ],
  'more time than there is': [
    { ...read, given: [{ advanceMinutes: 1e9 }] },
    /^f\/given\/0: The emulator answers with status 400/,
  ],
  'another operation': [
    { ...read, operation: 'demo-notes/go' },
    /^f\/operation: There is no operation "demo-notes\/go"\./,
  ],
  'another status': [
    { ...read, values: absent },
    /^f\/reply\/status: Expected status 200, found 404: .*Note none not found/,
  ],
  'another body': [{ ...read, values: first }, /^f\/reply\/body\/text: Expected "new", found "hello"\./],
  'another header': [
    { ...read, values: first, reply: { status: 200, headers: { etag: '1' } } },
    /^f\/reply\/headers\/etag: Expected "1", found nothing there\./,
  ],
  'a failure that nobody expects': [
    { name: 'a', operation: 'demo-notes/get-note', values: absent, reply: { status: 404 } },
    /^f\/reply: demo-notes\/get-note answers with status 404/,
  ],
  'another failure': [
    { name: 'a', operation: 'demo-notes/get-note', values: absent, reply: { status: 404 }, failure: 'taken' },
    /^f\/failure: Expected the failure "taken", found notFound\./,
  ],
  'a failure that does not come': [
    { ...read, values: first, reply: { status: 200 }, failure: 'taken' },
    /^f\/failure: Expected the failure "taken", found none\./,
  ],
  'an issue that is not expected': [
    { ...read, values: {} },
    /^f\/issues: Of \/path\/note_id it is said: Note ID is required\. \(required\) Expect it, or correct the values\./,
  ],
  'an issue that does not come': [
    { ...read, values: first, issues: [{ pointer: '/path/note_id', code: 'required' }] },
    /^f\/issues\/0: Nothing is said of \/path\/note_id \(required\)\./,
  ],
  'a problem that does not come': [
    { ...read, values: first, problem: 'noReply' },
    /^f\/problem: Expected the problem "noReply", found none\./,
  ],
  'a problem that nobody expects': [
    { ...read, values: first, credentials: { clientSecret: 'wrong' } },
    /^f: .*token.*Mend unauthorized/is,
  ],
  'facts that nothing loads': [
    { ...read, values: first, facts: 'loaded' },
    /^f\/facts: demo-notes\/get-note loads no facts\./,
  ],
  'another request': [
    { ...read, values: first, reply: { status: 200 }, request: { method: 'POST' } },
    /^f\/request\/method: Expected "POST", found "GET"\./,
  ],
  'a reply that is not documented': [
    {
      name: 'a',
      operation: 'demo-notes/create-note',
      given: ['second', 'third'].map((id) => createNote(id)),
      values: createNote('fourth').values,
      reply: { status: 507 },
      failure: 'full',
    },
    /^f\/reply: Status 507 is not documented\. Correct the answer/,
  ],
  'other links': [
    { name: 'a', operation: 'demo-notes/create-note', values: created, reply: { status: 201 }, links: [] },
    /^f\/links: Expected 0 items, found 1: /,
  ],
  "a stranger's token that is refused": [
    { ...read, raw: { method: 'GET', path: '/api/v1/notes/first' }, credentials: { clientSecret: 'wrong' } },
    /^f\/raw: There is no token: demo-notes\/fetch-token: status 401/,
  ],
  "a stranger's request elsewhere": [
    { ...read, raw: { method: 'GET', path: 'https://other.example/', anonymous: true } },
    /^f\/raw: The address does not lead to the emulator/,
  ],
};

const collections: Readonly<Record<string, readonly [item: CollectionCase, said: RegExp]>> = {
  'nothing of what holds': [
    {
      name: 'a',
      collection: 'notes',
      given: [create],
      items: [{ title: 'hello' }, { title: 'new' }],
      id: 'second',
      detail: { title: 'new' },
      described: { title: 'Note second', note: { $matches: 'emulator' } },
    },
    /^$/,
  ],
  'another collection': [
    { name: 'a', collection: 'x' },
    /^f\/collection: There is no collection "x"\. Name one of "notes", "others"\.$/,
  ],
  'a collection without a list': [
    { name: 'a', collection: 'others', items: [] },
    /^f\/items: Notes cannot be listed\./,
  ],
  'other items': [{ name: 'a', collection: 'notes', items: [] }, /^f\/items: Expected 0 items, found 1: /],
  'another detail': [
    { name: 'a', collection: 'notes', id: 'first', detail: { title: 'x' } },
    /^f\/detail\/title: Expected "x", found "hello"\./,
  ],
  'what cannot be read': [
    { name: 'a', collection: 'notes', id: 'none' },
    /^f: Notes cannot be read: demo-notes\/get-note: status 404/,
  ],
  'another description': [
    { name: 'a', collection: 'others', id: 'first', described: { title: 'x' } },
    /^f\/described\/title: Expected "x", found nothing there\./,
  ],
  'a step that is refused': [
    { name: 'a', collection: 'notes', given: [{ send: 'demo-notes/get-note', values: absent }] },
    /^f\/given\/0: /,
  ],
};

describe('cases', () => {
  let stage: Stage;
  before(async () => {
    ({ stage } = await openInProcess(provider));
  });

  for (const [name, item] of Object.entries(holding)) {
    it(`hold: ${name}`, async () => assert.equal(textOf(await runCase(stage, item)), ''));
  }

  for (const [name, [item, said]] of Object.entries(failing)) {
    it(`say where and why: ${name}`, async () => {
      const text = textOf(await runCase(stage, item));
      assert.match(text, said);
      assert.doesNotMatch(text, foreignWords);
    });
  }

  for (const [name, [item, said]] of Object.entries(collections)) {
    it(`of collections say ${name}`, async () => assert.match(textOf(await runCollectionCase(stage, item)), said));
  }

  it('say where they stand in their file', async () => {
    const faults = await runCase(stage, { ...read, given: [{ advanceMinutes: 1e9 }] }, '/7');
    assert.deepEqual(
      faults.map(({ pointer }) => pointer),
      ['/7/given/0'],
    );
  });

  it('begin anew, and stop at the first step that is not reached', async () => {
    const asked: string[] = [];
    const http: Stage['machine']['http'] = {
      send: (request, ...more) => {
        asked.push(new URL(request.url).pathname);
        return stage.machine.http.send(request, ...more);
      },
    };
    const watched = { ...stage, machine: { ...stage.machine, http } };
    const given: readonly CaseStep[] = [{ send: 'demo-notes/get-note', values: absent }, create];
    assert.notEqual(textOf(await runCase(watched, { ...read, given: [...given] })), '');
    assert.deepEqual(asked, ['/oauth/token', '/api/v1/notes/none']);
    assert.equal(textOf(await runCase(stage, { ...read, given: [create] })), '');
    assert.match(
      textOf(await runCase(stage, { ...read, values: { path: { note_id: 'second' } } })),
      /status 200, found 404/,
    );
  });

  it('are sent and judged by the engine of scenarios, the call itself as well', async () => {
    const asked: string[] = [];
    const ports = (...all: Parameters<typeof stage.emulator.ports>) => ({
      ...stage.emulator.ports(...all),
      again: async ({ request }: Run) => {
        asked.push(request.operation);
        return false;
      },
    });
    const watched = { ...stage, emulator: { ...stage.emulator, ports } };
    const item = { ...read, given: [create], values: { path: { note_id: 'none' } } };
    assert.match(textOf(await runCase(watched, item)), /^f\/reply\/status: Expected status 200, found 404: /);
    assert.deepEqual(asked, ['demo-notes/get-note']);
  });

  it('show no secret of what they quote', async () => {
    const item = { name: 'a', operation: 'demo-notes/fetch-token', values: { body: { grant_type: 'client' } } };
    const reply = { status: 200, body: { access_token: 'another' } };
    const text = textOf(await runCase(stage, { ...item, reply }));
    assert.match(text, /^f\/reply\/body\/access_token: Expected "another", found /);
    assert.ok(!text.includes('demo-token'), text);
  });

  it('say that the emulator does not answer', async () => {
    const failure = { kind: 'unreachable', code: 'ECONNREFUSED', detail: '' } as const;
    const silent = { send: async () => ({ kind: 'failed', failure }) as const };
    const emulator = emulatorOverHttp(silent, stage.baseUrl);
    assert.match(textOf(await runCase({ ...stage, emulator }, read)), /^f: .*127\.0\.0\.1/s);
    const page: CaseStep = { visit: `${stage.baseUrl}/sign/first?token=of-a-signer-0123456789`, status: 200 };
    const { ports } = emulator;
    const halfway = {
      ...stage.emulator,
      ports: (...all: Parameters<typeof ports>) => ({
        ...stage.emulator.ports(...all),
        openPage: ports(...all).openPage,
      }),
    };
    const text = textOf(await runCase({ ...stage, emulator: halfway }, { ...read, given: [create, page] }));
    assert.match(text, /^f\/given\/1: .* cannot be reached\./s);
    assert.ok(!text.includes('of-a-signer-0123456789'), text);
  });
});

function textOf(faults: Awaited<ReturnType<typeof runCase>>): string {
  return faults.map((fault) => describeFault('f', fault)).join('\n');
}
