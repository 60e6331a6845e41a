import assert from 'node:assert/strict';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { agentTools } from '../../src/agents/agentTools';
import { callTool, type ToolAnswer } from '../../src/agents/callTool';
import { describeSchema } from '../../src/core/openapi/describeSchema';
import type { Operation } from '../../src/core/operation';
import type { Provider } from '../../src/core/provider';
import { ProviderRegistry } from '../../src/core/registry';
import { AgentSession } from '../../src/headless/agents/agentSession';
import { MemoryHistory } from '../../src/headless/agents/memoryHistory';
import { providers } from '../../src/providers';
import { hostile, unmarked } from '../unit/agents/unmarked';

/** In bytes of JSON, unless details are asked for. */
const most = 4_096;

const ajv = new Ajv2020({ strict: false, validateFormats: false });
const validators = new Map(agentTools.map(({ name, output }) => [name, ajv.compile(describeSchema(output))]));
const parts = ['overview', 'fields', 'rules', 'failures', 'examples', 'replies', 'sources'];

/** What an assistant pays for with its attention, of every call of every API. */
describe('Outputs for assistants', () => {
  const registry = new ProviderRegistry(providers);
  let session: AgentSession;
  before(() => {
    session = new AgentSession({
      ...{ registry, env: {}, cwd: import.meta.dirname, opened: [], showsLinks: false, templates: 'dist/scenarios' },
      history: new MemoryHistory(),
      onError: (error) => {
        throw error;
      },
    });
  });
  after(() => session.stop());

  for (const { id } of providers) {
    it(`${id}: are small, and as their schemas say`, async () => {
      const provider = await registry.provider(id);
      assert.ok(provider);
      const calls = [...callsOf(provider), ...provider.operations.flatMap(callsFor)];
      const found: string[] = [];
      for (const [tool, input] of calls) found.push(...(await faultsOf(session, tool, input)));
      assert.deepEqual(found, []);
    });
  }

  for (const { id } of providers) {
    it(`${id}: what an API says of a failure stands beside what it is to be treated as`, async () => {
      const provider = await registry.provider(id);
      const [operation] = provider?.operations ?? [];
      assert.ok(operation);
      for (const body of hostileBodies) {
        for (const status of [400, 401, 403, 404, 422, 429, 500]) {
          const input = { operation: operation.id, status, body };
          const answer = await callOf(session, 'explain_failure', input);
          assert.ok(answer.kind === 'answered');
          assert.deepEqual(unmarked(answer.output), []);
        }
      }
    });
  }

  it('of lists are small, however long these are', async () => {
    for (const [tool, input] of [
      ['find_operations', {}],
      ['run_scenario', {}],
      ['read_history', {}],
    ] as const) {
      assert.deepEqual(await faultsOf(session, tool, input), []);
    }
  });
});

const hostileBodies = [
  { message: hostile },
  { error: hostile, error_description: hostile },
  { errors: [{ code: 65582, message: hostile }] },
  { errors: [{ code: 1, message: hostile }] },
  { title: hostile, detail: hostile, messageKey: hostile },
  hostile,
];

type ToolInput = readonly [tool: string, input: object];

/** What assistants may reach of it without being let in is its emulator. */
function callsOf({ id, rung, resources }: Provider): readonly ToolInput[] {
  return [
    ['find_operations', { provider: id }],
    ...(rung === 'emulated' ? resources.collections : []).map(
      ({ id: collection }): ToolInput => ['list_documents', { provider: id, collection }],
    ),
    ...(rung === 'emulated' ? ['signers', 'deliveries', 'state'] : []).map(
      (action): ToolInput => ['control_emulator', { provider: id, action }],
    ),
  ];
}

function callsFor(operation: Operation): readonly ToolInput[] {
  const { id, examples } = operation;
  const [example] = examples;
  const { title: _title, source: _source, ...values } = example ?? { title: '', source: 'ours' };
  return [
    ...parts.map((part): ToolInput => ['describe_operation', { operation: id, part }]),
    ...['smallest', 'example'].map((start): ToolInput => ['make_request', { operation: id, start }]),
    [
      'validate_request',
      { operation: id, body: { nothing: 'of it' }, ...(operation.request.path && { path: { x: 1 } }) },
    ],
    ['explain_failure', { operation: id, status: 400, body: { message: 'No' }, request: {} }],
    ['send_request', { operation: id, ...values }],
  ];
}

async function faultsOf(session: AgentSession, name: string, input: object): Promise<readonly string[]> {
  const valid: ValidateFunction | undefined = validators.get(name);
  assert.ok(valid);
  const answer = await callOf(session, name, input);
  const what = `${name} ${JSON.stringify(input).slice(0, 120)}`;
  if (answer.kind === 'refused') return [`${what}: ${JSON.stringify(answer.said)}`];
  const size = Buffer.byteLength(JSON.stringify(answer.output));
  return [
    ...(size > most ? [`${what}: ${size} bytes`] : []),
    ...(valid(answer.output) ? [] : [`${what}: ${ajv.errorsText(valid.errors)}`]),
  ];
}

function callOf(session: AgentSession, name: string, input: object): Promise<ToolAnswer> {
  const tool = agentTools.find((one) => one.name === name);
  assert.ok(tool);
  return callTool(session, tool, input, { signal: new AbortController().signal });
}
