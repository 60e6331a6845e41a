import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parse } from 'yaml';
import type { HistoryEntry } from '../../../../../src/core/history/entry';
import type { TracedParts } from '../../../../../src/core/history/valueTrail';
import type { RequestValues } from '../../../../../src/core/operation';
import type { Provider } from '../../../../../src/core/provider';
import { readScenario } from '../../../../../src/core/scenarios/document/readScenario';
import { prepareInputs } from '../../../../../src/core/scenarios/inputs/inputs';
import { linkScenario } from '../../../../../src/core/scenarios/linking/linkScenario';
import { type RecordOptions, recordScenario } from '../../../../../src/core/scenarios/recording/recordScenario';
import { outputsOf } from '../../../../../src/core/scenarios/running/outputsOf';
import { stepValues } from '../../../../../src/core/scenarios/running/stepValues';
import { mask } from '../../../../../src/core/secrets/mask';
import { emulatorSteps } from '../../../../../src/emulator/controlProvider';
import type { JsonObject, JsonValue } from '../../../../../src/protocol/json';
import { demoProvider } from '../../../emulator/demoProvider';
import { demoPorts } from '../demoPorts';

const other: Provider = {
  ...demoProvider,
  id: 'other-notes',
  operations: demoProvider.operations.map((operation) => ({
    ...operation,
    id: operation.id.replace('demo-notes', 'other-notes'),
  })),
};
const known = [demoProvider, other];
const ports: RecordOptions = {
  provider: async (id) => known.find((provider) => provider.id === id),
  control: emulatorSteps,
};

interface Sent extends RequestValues {
  readonly operation: string;
  readonly status?: number;
  readonly reply?: JsonValue;
  readonly isLive?: boolean;
  readonly folder?: string;
  readonly baseUrl?: string;
  readonly traced?: Readonly<Record<string, TracedParts>>;
}

/** In the order in which they were sent; their ids are `1`, `2` and so on. */
function entriesOf(sent: readonly Sent[]): readonly HistoryEntry[] {
  return sent.map(({ operation, status = 200, reply = {}, isLive, folder, traced, ...rest }, index) => {
    const { baseUrl = 'http://127.0.0.1:4010', ...values } = rest;
    const connection = isLive === true ? 'mine' : 'emulator';
    const body = JSON.stringify(reply);
    return {
      version: 1,
      id: String(index + 1),
      sentAt: Date.UTC(2026, 10, 27) + index,
      provider: operation.split('/')[0] ?? '',
      operation,
      connection,
      environment: connection,
      baseUrl,
      request: { operation, connection, ...values },
      ...(folder !== undefined && { folder }),
      ...(traced && { traced }),
      sent: undefined,
      outcome: {
        kind: 'replied',
        status,
        statusText: '',
        failed: status >= 400,
        headers: { 'content-type': 'application/json' },
        body,
        truncated: false,
        size: body.length,
        durationMs: 1,
      },
    };
  });
}

/** What is recorded can be run. */
async function record(sent: readonly Sent[], options: Partial<RecordOptions> = {}) {
  const { text } = await recordScenario(entriesOf(sent), { ...ports, ...options });
  const read = readScenario(text, 'recorded.arazzo.yaml');
  assert.ok(read.scenario, JSON.stringify(read.issues));
  const linked = await linkScenario(read.scenario, {
    ...demoPorts,
    providerIds: known.map(({ id }) => id),
    provider: ports.provider,
    all: async () => known,
  });
  const [workflow] = linked.scenario?.workflows ?? [];
  assert.ok(workflow, JSON.stringify(linked.issues));
  const document = parse(text) as { workflows: [{ inputs?: JsonObject; steps: readonly JsonObject[] }] };
  return { text, workflow, steps: document.workflows[0].steps, inputs: document.workflows[0].inputs ?? {} };
}

const uuid = '7f2c4b80-ad3e-4f90-9c51-4e6d8f0a2b33';
const create = (id: string, text = 'hello'): Sent => ({
  operation: 'demo-notes/create-note',
  path: { note_id: id },
  body: { text, copies: 1 },
  status: 201,
});
const get = (id: string, more: Partial<Sent> = {}): Sent => ({
  operation: 'demo-notes/get-note',
  path: { note_id: id },
  ...more,
});

describe('A recorded scenario', () => {
  it('takes an ID from the reply that brought it first', async () => {
    const { steps } = await record([
      { operation: 'demo-notes/list-notes', reply: [{ id: uuid }] },
      get(uuid, { reply: { id: uuid } }),
      get(uuid),
    ]);
    assert.deepEqual(steps[0]?.['outputs'], { id: '$response.body#/0/id' });
    const taken = [{ name: 'note_id', in: 'path', value: '$steps.list-notes.outputs.id' }];
    assert.deepEqual(
      steps.slice(1).map(({ parameters }) => parameters),
      [taken, taken],
    );
  });

  it('takes a short ID where both places say that it is one, and no word that merely stands in both', async () => {
    const { steps } = await record([
      { operation: 'demo-notes/list-notes', reply: [{ id: 7, text: 'open' }] },
      { ...create('7', 'open') },
    ]);
    assert.deepEqual(steps[1]?.['parameters'], [
      { name: 'note_id', in: 'path', value: '$steps.list-notes.outputs.id' },
    ]);
    assert.match(JSON.stringify(steps[1]?.['requestBody']), /"text":"open"/);
  });

  it('leaves what a person had written to the person, as an input', async () => {
    const { steps, inputs } = await record([{ ...create(uuid), reply: { id: uuid } }, get(uuid)]);
    for (const { parameters } of steps) {
      assert.deepEqual(parameters, [{ name: 'note_id', in: 'path', value: '$inputs.note_id' }]);
    }
    assert.match(JSON.stringify(inputs), new RegExp(`"default":"${uuid}"`));
  });

  it('puts the segments of an address in place that a reply brought', async () => {
    const { steps } = await record([
      { operation: 'demo-notes/list-notes', reply: { id: uuid } },
      create('a', `/n/${'x'.repeat(3)}`),
      { ...create('b'), body: { text: '/n', copies: 1, marks: [`/notes/${uuid}?of=${uuid}`] } },
    ]);
    const whole = '{$steps.list-notes.outputs.id}';
    assert.match(JSON.stringify(steps), new RegExp(`/notes/${whole}\\?of=${whole}`.replace(/[{}$]/g, '\\$&')));
  });

  it('writes no address of people of a live account', async () => {
    const { text, inputs } = await record([
      { ...create('a', 'ann@firm.test'), isLive: true },
      { ...create('b', 'Bo <bo@firm.test>'), isLive: true },
    ]);
    assert.doesNotMatch(text, /firm\.test/);
    assert.match(JSON.stringify(inputs), /"default":"recipient1@example\.com".*"default":"recipient2@example\.com"/);
  });

  it('writes neither address nor number of people of a live account, wherever they stand', async () => {
    const contact = { number: '+49 170 1234567', phone: 1701234567, tel: '0170 1234567', to: 'ann@firm.test' };
    const { text, steps, inputs } = await record([
      {
        ...create('a'),
        body: { text: 'Ask ann@firm.test.', copies: 1, marks: ['x: +49 1', '+491701234567'], contact },
        reply: { status: 'sent to ann@firm.test', state: 'sent' },
        isLive: true,
      },
      { ...create('b', '(bo.b@firm.test)'), isLive: true },
    ]);
    assert.doesNotMatch(text, /firm\.test|1234567/);
    assert.match(text, /Ask \{\$inputs\.recipient\d\}\./);
    assert.match(JSON.stringify(steps), /"x: \+49 1"/);
    assert.match(JSON.stringify(inputs), /"phone\d":\{"type":"number"/);
    const criteria = [{ condition: '$statusCode == 201' }, { condition: "$response.body#/state == 'sent'" }];
    assert.deepEqual(steps[0]?.['successCriteria'], criteria);
  });

  it('knows parts of the IDs of a thousand replies', async () => {
    const pairs = Array.from({ length: 1_000 }, (_none, index) => `${uuid.slice(0, -4)}${1_000 + index}`);
    const replies = pairs.map((id) => get('a', { reply: [{ id: `/notes/${id}` }] }));
    const { inputs } = await record([...replies, get(pairs[0] ?? ''), get(pairs[999] ?? '')]);
    assert.equal(JSON.stringify(inputs).split('Part of an ID of an earlier reply').length, 3);
  });

  it('keeps the addresses of the emulator, the same one as one input', async () => {
    const { inputs, steps } = await record([create('a', 'ann@example.com'), create('b', 'ann@example.com')]);
    assert.deepEqual(Object.keys(inputs['properties'] as JsonObject), ['recipient1']);
    assert.match(JSON.stringify(inputs), /"default":"ann@example\.com"/);
    assert.equal(JSON.stringify(steps).split('$inputs.recipient1').length, 3);
  });

  it('asks for what the history does not keep and no reply brought', async () => {
    const { inputs } = await record([{ ...create('a'), body: { text: mask('/body/text'), copies: 1 } }]);
    assert.match(JSON.stringify(inputs), /"text":\{"type":"string","format":"password"/);
    assert.deepEqual(inputs['required'], ['text']);
  });

  it('takes a masked value from the reply that brought it, which is the first of those that are recorded', async () => {
    const places = ['0', '1', '2'].map((entry) => ({ entry, pointer: '/deep/link' }));
    const { steps } = await record([
      get('a', { reply: { deep: { link: mask('link') } } }),
      get('b', { reply: { deep: { link: mask('link') } } }),
      {
        operation: 'emulator/sign',
        body: { link: mask('/body/link'), document: 'a', as: 'Bo', action: 'finish' },
        reply: { state: 'used' },
        traced: { '/body/link': [places] },
      },
    ]);
    assert.deepEqual(steps[0]?.['outputs'], { link: '$response.body#/deep/link' });
    assert.deepEqual(steps[2]?.['requestBody'], {
      contentType: 'application/json',
      payload: { link: '$steps.get-note.outputs.link', action: 'finish' },
    });
    assert.deepEqual(steps[2]?.['successCriteria'], [
      { condition: '$statusCode == 200' },
      { condition: "$response.body#/state == 'used'" },
    ]);
  });

  it('names who signed by document and name where no recorded reply brought the link', async () => {
    const { steps } = await record([
      get('a'),
      {
        operation: 'emulator/sign',
        body: { link: mask('/body/link'), document: 'a', as: 'Bo', action: 'finish' },
        traced: { '/body/link': [[{ entry: 'elsewhere', pointer: '/link' }]] },
      },
    ]);
    assert.match(JSON.stringify(steps[1]), /"payload":\{"document":"a","as":"Bo","action":"finish"\}/);
  });

  it('opens a page on another port, by its path and what replies brought of it', async () => {
    const place = [{ entry: '1', pointer: '/id' }];
    const { steps } = await record([
      get('a', { reply: { id: uuid } }),
      {
        operation: 'emulator/sign',
        body: { link: mask('/body/link'), action: 'open' },
        traced: { '/body/link': ['http://127.0.0.1:4010/sign?who=', place] },
      },
    ]);
    assert.match(JSON.stringify(steps[1]), /"link":"\/sign\?who=\{\$steps\.get-note\.outputs\.id\}"/);
    assert.equal(steps[1]?.['stepId'], 'open-page');
  });

  it('opens the pages that a scenario opened, and sends their forms', async () => {
    const traced = { '/body/link': [[{ entry: '1', pointer: '/link' }]] };
    const link = mask('/body/link');
    const { steps } = await record([
      get('a', { reply: { link: mask('link') } }),
      { operation: 'emulator/page', body: { link }, status: 410, traced },
      { operation: 'emulator/page', body: { link, form: { action: 'finish' } }, traced },
    ]);
    const url = '$steps.get-note.outputs.link';
    assert.deepEqual(steps.slice(1), [
      {
        stepId: 'page',
        'x-operation': { url, method: 'get' },
        successCriteria: [{ condition: '$statusCode == 410' }],
      },
      {
        stepId: 'page-2',
        'x-operation': { url, method: 'post' },
        requestBody: { contentType: 'application/x-www-form-urlencoded', payload: { action: 'finish' } },
        successCriteria: [{ condition: '$statusCode == 200' }],
      },
    ]);
  });

  it('leaves out tokens and what got no reply, and says so', async () => {
    const [unanswered] = entriesOf([create('a')]);
    assert.ok(unanswered);
    const sent = entriesOf([
      { operation: 'demo-notes/fetch-token', body: { grant_type: 'client' }, reply: { access_token: mask('t') } },
      get('b'),
    ]);
    const failed: HistoryEntry = {
      ...unanswered,
      outcome: { kind: 'failed', problem: { kind: 'declined' } as never },
    };
    const { text, steps } = await recordScenario([failed, ...sent], ports);
    assert.equal(steps, 1);
    assert.match(text, /# - Create a note: no reply came/);
    assert.match(text, /# - Fetch a token: whoever runs the scenario fetches tokens/);
  });

  it('makes inputs of variables of a connection', async () => {
    const { steps, inputs } = await record([create('a', '{{text}}'), create('b', 'of {{text}}')]);
    assert.match(JSON.stringify(steps), /"text":"\$inputs\.text".*"text":"of \{\$inputs\.text\}"/);
    assert.deepEqual(inputs['required'], ['text']);
  });

  it('sends a text that reads as an expression as it was', async () => {
    const { steps, inputs } = await record([create('a', '$inputs.secret')]);
    assert.match(JSON.stringify(steps), /"text":"\$inputs\.text"/);
    assert.match(JSON.stringify(inputs), /"default":"\$inputs\.secret"/);
  });

  it('names files from its own folder, and writes no large content', async () => {
    const upload = (file: string): Sent => ({
      operation: 'demo-notes/upload-file',
      body: { file },
      folder: 'file:///w/a%20b',
    });
    const large = `data:text/plain;name=big.txt;base64,${'QUJD'.repeat(2_000)}`;
    const { text, steps } = await record([upload('c.pdf'), upload(large)], { folder: 'file:///w' });
    assert.match(JSON.stringify(steps), /"file":"a b\/c\.pdf"/);
    assert.match(JSON.stringify(steps), /"file":"data:application\/pdf;name=big\.txt;base64,/);
    assert.match(text, /# Upload a file: the content of its file is replaced by a small PDF/);
  });

  it('tells the emulators of several APIs apart by their addresses', async () => {
    const sign = (baseUrl: string): Sent => ({
      operation: 'emulator/sign',
      baseUrl,
      body: { document: 'a', as: 'Bo', action: 'decline', reason: 'no' },
    });
    const { text, steps } = await record([
      { ...get('a'), baseUrl: 'http://127.0.0.1:1' },
      { ...get('b'), operation: 'other-notes/get-note', baseUrl: 'http://127.0.0.1:2' },
      sign('http://127.0.0.1:2'),
      { operation: 'emulator/advance', baseUrl: '', body: { minutes: 5 } },
    ]);
    assert.match(text, /url: esign:emulator\/demo-notes/);
    assert.match(text, /url: esign:emulator\/other-notes/);
    assert.deepEqual(
      steps.map(({ stepId, operationId }) => [stepId, operationId]),
      [
        ['get-note', '$sourceDescriptions.demo-notes.get-note'],
        ['get-note-2', '$sourceDescriptions.other-notes.get-note'],
        ['decline', '$sourceDescriptions.emulator-other-notes.sign'],
        ['advance', '$sourceDescriptions.emulator-demo-notes.advance'],
        ['advance-2', '$sourceDescriptions.emulator-other-notes.advance'],
      ],
    );
  });

  it('expects statuses of what it speaks of, and nothing that may differ', async () => {
    const items = [
      { id: uuid, status: 'sent', at: '2026-11-27T10:00:00Z' },
      { email: 'somebody@else.test', status: 'draft' },
    ];
    const { steps } = await record([
      { operation: 'demo-notes/list-notes', reply: items },
      get(uuid, { reply: { status: "it's", inner: { StatusCode: 4 }, items } }),
      { ...create('taken'), status: 409, reply: { code: 'taken', message: 'Note taken' } },
    ]);
    assert.deepEqual(
      steps.map(({ successCriteria }) => successCriteria),
      [
        [{ condition: '$statusCode == 200' }],
        [
          { condition: '$statusCode == 200' },
          { condition: '$response.body#/inner/StatusCode == 4' },
          { condition: "$response.body#/items/0/status == 'sent'" },
        ],
        [{ condition: '$statusCode == 409' }, { condition: "$response.body#/code == 'taken'" }],
      ],
    );
  });

  it('sends again what was sent, when the replies are the same, and holds no ID that a reply brought', async () => {
    await fc.assert(
      fc.asyncProperty(journeys, async (journey) => {
        const { text, workflow } = await record(journey);
        const prepared = prepareInputs(workflow, {});
        assert.ok(prepared.kind === 'inputs');
        const steps = new Map<string, JsonObject>();
        for (const [index, step] of workflow.steps.entries()) {
          const { path, body, reply = null, operation } = journey[index] ?? get('');
          const scope = { inputs: prepared.inputs, outputs: {}, steps, workflows: new Map(), exchange: undefined };
          const built = stepValues(step, scope);
          assert.deepEqual(built, {
            kind: 'built',
            value: { kind: 'request', values: { ...(path && { path }), ...(body !== undefined && { body }) } },
          });
          const request = { headers: {}, path: {}, query: {}, body };
          const exchange = { url: operation, method: '', request, reply: { status: 200, headers: {}, body: reply } };
          steps.set(step.stepId, outputsOf(step.outputs, { ...scope, exchange }));
        }
        for (const { reply } of journey) for (const id of idsOf(reply)) assert.ok(!text.includes(id), id);
      }),
    );
  });
});

/** Each call uses an ID that one of the replies before it brought, and its reply brings new ones somewhere. */
const journeys = fc
  .array(
    fc.record({
      ids: fc.array(fc.uuid(), { minLength: 1, maxLength: 3 }),
      uses: fc.nat(),
      shape: fc.constantFrom<(ids: readonly string[]) => JsonValue>(
        (ids) => ({ data: ids.map((id) => ({ id })) }),
        (ids) => [...ids],
        ([first = '', ...others]) => ({ 'a/b': { '~': first }, others }),
      ),
      isBody: fc.boolean(),
      words: fc.constantFrom('hello', 'yes', '- no', '{a: 1}', '# x', '1', '$5', 'true', "it's", ' '),
    }),
    { minLength: 2, maxLength: 6 },
  )
  .filter((calls) => new Set(calls.flatMap(({ ids }) => ids)).size === calls.flatMap(({ ids }) => ids).length)
  .map((calls) =>
    calls.map(({ ids, uses, shape, isBody, words }, index): Sent => {
      const before = calls.slice(0, index).flatMap((call) => call.ids);
      const id = before[uses % Math.max(1, before.length)];
      const reply = shape(ids);
      if (id === undefined) return { operation: 'demo-notes/list-notes', reply };
      if (!isBody) return { ...get(id), reply };
      return { ...create('n'), body: { text: words, copies: 1, marks: [id, words] }, status: 200, reply };
    }),
  );

function idsOf(reply: JsonValue | undefined): readonly string[] {
  return JSON.stringify(reply ?? null).match(/[0-9a-f]{8}-[0-9a-f-]{27}/g) ?? [];
}
