import assert from 'node:assert/strict';
import { readScenario } from '../../../../src/core/scenarios/document/readScenario';
import { linkScenario } from '../../../../src/core/scenarios/linking/linkScenario';
import type { StepMoment } from '../../../../src/core/scenarios/running/runWatch';
import { emulatorControl } from '../../../../src/emulator/controlProvider';
import type { JsonObject } from '../../../../src/protocol/json';
import { type Area, PausedStep } from '../../../../src/vscode/scenarios/debugging/pausedStep';
import { readTyped } from '../../../../src/vscode/scenarios/debugging/readTyped';
import { StepGate, type StopReason } from '../../../../src/vscode/scenarios/debugging/stepGate';
import { demoProvider } from '../../emulator/demoProvider';

const text = `arazzo: 1.0.1
info: {title: Notes, version: '1'}
sourceDescriptions:
  - {name: api, url: 'esign:demo-notes'}
workflows:
  - workflowId: outer
    inputs: {type: object, properties: {note: {type: string}, key: {type: string}}}
    steps:
      - {stepId: call, workflowId: inner, parameters: [{name: note, value: $inputs.note}], outputs: {text: $outputs.text}}
      - stepId: make
        operationId: create-note
        parameters: [{name: note_id, in: path, value: $inputs.note}]
        requestBody: {payload: {text: $steps.call.outputs.text, copies: 2}}
  - workflowId: inner
    inputs: {type: object, properties: {note: {type: string}}}
    outputs: {text: $inputs.note}
    steps:
      - {stepId: one, operationId: list-notes}
      - {stepId: two, operationId: list-notes}
`;

const secret = 'a-token-of-some-length';

async function moments() {
  const { scenario, issues } = readScenario(text, 'a.arazzo.yaml');
  assert.ok(scenario, JSON.stringify(issues));
  const linked = await linkScenario(scenario, {
    providerIds: [demoProvider.id],
    provider: async () => demoProvider,
    all: async () => [demoProvider],
    control: emulatorControl,
    readDescription: async () => ({ kind: 'unreadable', detail: '' }),
  });
  const whole = linked.scenario;
  assert.ok(whole);
  return (workflowId: string, stepId: string, outputs: JsonObject = { text: 'hello' }): StepMoment => {
    const workflow = whole.workflows.find((one) => one.workflowId === workflowId);
    const step = workflow?.steps.find((one) => one.stepId === stepId);
    assert.ok(workflow && step);
    const scope = {
      inputs: { note: 'mine', key: secret },
      outputs: {},
      steps: new Map([['call', outputs]]),
      workflows: new Map(),
      exchange: undefined,
    };
    return { scenario: whole, workflow, step, secrets: [{ name: 'key', value: secret }], attempt: 1, scope };
  };
}

describe('A step that is held before it is done', () => {
  const shown = (step: PausedStep, area: Area, pointer = '') =>
    step.members(area, pointer).map(({ name, text: value }) => `${name}: ${value}`);

  it('shows what would be sent, and what it is made of, secrets masked', async () => {
    const step = new PausedStep((await moments())('outer', 'make'));
    assert.deepEqual(shown(step, 'values'), ['path: {"note_id":"mine"}', 'body: {"text":"hello","copies":2}']);
    assert.deepEqual(shown(step, 'values', '/body'), ['text: "hello"', 'copies: 2']);
    assert.deepEqual(shown(step, 'inputs'), ['note: "mine"', 'key: "‹secret:key›"']);
    assert.deepEqual(shown(step, 'outputs', '/call'), ['text: "hello"']);
    assert.deepEqual(step.decision, { kind: 'go', values: undefined, inputs: undefined, outputs: undefined });
  });

  const changes: readonly (readonly [what: string, area: Area, pointer: string, typed: string, body: unknown])[] = [
    ['a text, with or without quotes', 'values', '/body/text', 'other', { text: 'other', copies: 2 }],
    ['a text in quotes', 'values', '/body/text', '"a \\"b\\""', { text: 'a "b"', copies: 2 }],
    ['a number', 'values', '/body/copies', '7', { text: 'hello', copies: 7 }],
    ['a whole body', 'values', '/body', '{"text":"all"}', { text: 'all' }],
  ];
  for (const [what, area, pointer, typed, body] of changes) {
    it(`sends what was changed: ${what}`, async () => {
      const step = new PausedStep((await moments())('outer', 'make'));
      assert.equal(step.change(area, pointer, typed), undefined);
      const { decision } = step;
      assert.ok(decision.kind === 'go' && decision.values?.kind === 'request');
      assert.deepEqual(decision.values.values, { path: { note_id: 'mine' }, body });
    });
  }

  it('makes its request anew of inputs and outputs that were changed, and keeps what was changed in it', async () => {
    const step = new PausedStep((await moments())('outer', 'make'));
    step.change('values', '/body/copies', '9');
    step.change('inputs', '/note', 'other');
    step.change('outputs', '/call/text', 'new');
    assert.deepEqual(shown(step, 'values'), ['path: {"note_id":"other"}', 'body: {"text":"new","copies":9}']);
    const { decision } = step;
    assert.ok(decision.kind === 'go');
    assert.deepEqual(decision.inputs, { note: 'other', key: secret });
    assert.deepEqual(decision.outputs, new Map([['call', { text: 'new' }]]));
  });

  it('says which value it lacks, and goes on once that is given', async () => {
    const step = new PausedStep((await moments())('outer', 'make', {}));
    assert.equal(step.lacking, '$steps.call.outputs.text');
    assert.match(step.change('values', '/body', '{}') ?? '', /has no value/);
    assert.equal(step.change('outputs', '/call/text', 'given'), undefined);
    assert.equal(step.lacking, undefined);
  });

  it('shows the inputs of a workflow that it runs', async () => {
    const step = new PausedStep((await moments())('outer', 'call'));
    assert.deepEqual(shown(step, 'values'), ['note: "mine"']);
    step.change('values', '/note', 'changed');
    assert.ok(step.decision.kind === 'go');
    assert.deepEqual(step.decision.values, { kind: 'inputs', values: { note: 'changed' } });
  });

  it('answers what an expression stands for, secrets masked', async () => {
    const step = new PausedStep((await moments())('outer', 'make'));
    assert.equal(step.evaluate('$inputs.note'), '"mine"');
    assert.equal(step.evaluate('$inputs.key'), '"‹secret:key›"');
    assert.equal(step.evaluate('$steps.call.outputs.nothing'), 'nothing');
    assert.equal(step.evaluate('note'), undefined);
  });

  it('begins with what a request begins with, and only where one is sent', async () => {
    const at = await moments();
    const lines = [at('outer', 'make'), at('outer', 'call')].map((moment) => new PausedStep(moment).requestLine);
    assert.deepEqual(lines, ['POST /api/v1/notes/{note_id}', undefined]);
  });

  it('leaves secrets that are masked in what is changed as they are', async () => {
    const step = new PausedStep((await moments())('outer', 'make', { text: secret }));
    const masked = step.valueAt('values', '/body')?.text ?? '';
    assert.ok(!masked.includes(secret), masked);
    assert.equal(step.change('values', '/body', masked.replace('2', '5')), undefined);
    assert.ok(step.decision.kind === 'go' && step.decision.values?.kind === 'request');
    assert.deepEqual(step.decision.values.values.body, { text: secret, copies: 5 });
  });

  it('shows texts whole, since they are changed where they are shown', async () => {
    const long = 'long '.repeat(200);
    const step = new PausedStep((await moments())('outer', 'make', { text: long }));
    assert.deepEqual(shown(step, 'values', '/body'), [`text: ${JSON.stringify(long)}`, 'copies: 2']);
    const cut = step.valueAt('values', '/body')?.text ?? '';
    assert.match(step.change('values', '/body', cut.replace('long', 'x')) ?? '', /written as JSON/);
    assert.deepEqual(step.decision, { kind: 'go', values: undefined, inputs: undefined, outputs: undefined });
  });
});

describe('What is typed in place of a value', () => {
  const masked = '‹secret:key›';
  const taken: readonly (readonly [typed: string, old: unknown, value: unknown, shown?: unknown])[] = [
    ['5', 'text', '5'],
    ['"5"', 'text', '5'],
    ['5', 4, 5],
    ['five', 4, 'five'],
    ['null', null, null],
    ['[1]', undefined, [1]],
    ['"open', 'text', '"open'],
    ['"text"', {}, 'text'],
    ['{"__proto__": 1}', {}, JSON.parse('{"__proto__": 1}')],
    [masked, secret, secret, masked],
    [`["${masked}", 2]`, [secret, 1], [secret, 2], [masked, 1]],
    [`{"a": {"b": "${masked}"}, "c": 1}`, { a: { b: secret } }, { a: { b: secret }, c: 1 }, { a: { b: masked } }],
  ];
  for (const [typed, old, value, shown = old] of taken) {
    it(`${typed} is taken for ${JSON.stringify(old)}`, () => {
      assert.deepEqual(readTyped(typed, old, shown), { kind: 'value', value });
    });
  }

  const refused: readonly (readonly [typed: string, old: unknown, shown: unknown, why: RegExp])[] = [
    ['{"a": 1', { a: 2 }, { a: 2 }, /written as JSON/],
    ['a, b', ['a'], ['a'], /written as JSON/],
    [`x${masked}`, secret, masked, /secret is masked/],
    [`["${masked}"]`, [1, secret], [1, masked], /secret is masked/],
    [`{"b": "${masked}"}`, { a: secret }, { a: masked }, /secret is masked/],
  ];
  for (const [typed, old, shown, why] of refused) {
    it(`${typed} is refused for ${JSON.stringify(shown)}`, () => {
      const read = readTyped(typed, old, shown);
      assert.match(read.kind === 'refused' ? read.why : '', why);
    });
  }
});

describe('Going from step to step', () => {
  /** `call` runs a workflow of two steps; `make` comes after it. What is answered to each stop leads to the next. */
  async function stops(
    commands: readonly ('continue' | 'next' | 'stepIn' | 'stepOut' | 'skip' | 'end')[],
    breakpoint = '',
  ) {
    const at = await moments();
    const seen: string[] = [];
    const queue = [...commands];
    const gate: StepGate = new StepGate(
      (reason: StopReason) => {
        seen.push(`${reason} ${gate.frames.map(({ step }) => step.stepId).join('<')}`);
        queueMicrotask(() => gate[queue.shift() ?? 'end']());
      },
      ({ step }) => step.stepId === breakpoint,
    );
    const [call, one, two, make] = [at('outer', 'call'), at('inner', 'one'), at('inner', 'two'), at('outer', 'make')];
    const decided = [await gate.beforeStep(call)];
    if (decided[0]?.kind !== 'skip') {
      for (const inner of [one, two]) {
        await gate.beforeStep(inner);
        gate.afterStep(inner);
      }
    }
    gate.afterStep(call);
    await gate.beforeStep(make);
    gate.afterStep(make);
    assert.deepEqual(gate.frames, []);
    return seen;
  }

  const rows: readonly (readonly [
    commands: Parameters<typeof stops>[0],
    breakpoint: string | undefined,
    stops: readonly string[],
  ])[] = [
    [['next', 'next'], undefined, ['entry call', 'step make']],
    [['stepIn', 'next', 'next', 'next'], undefined, ['entry call', 'step one<call', 'step two<call', 'step make']],
    [['stepIn', 'stepOut', 'next'], undefined, ['entry call', 'step one<call', 'step make']],
    [['continue'], undefined, ['entry call']],
    [['continue', 'continue'], 'two', ['entry call', 'breakpoint two<call']],
    [['next', 'continue', 'next'], 'two', ['entry call', 'breakpoint two<call']],
    [['skip', 'next'], undefined, ['entry call', 'step make']],
    [['end'], 'make', ['entry call']],
  ];
  for (const [commands, breakpoint, expected] of rows) {
    it(`${commands.join(', ')}${breakpoint === undefined ? '' : ` with a breakpoint on ${breakpoint}`}`, async () => {
      assert.deepEqual(await stops(commands, breakpoint), expected);
    });
  }
});
