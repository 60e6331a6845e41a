import * as assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as vscode from 'vscode';
import * as z from 'zod';
import { OpenReplies } from '../../../src/vscode/replies/openReplies';
import { ScenarioDebugger } from '../../../src/vscode/scenarios/debugging/scenarioDebugger';
import { Journeys } from '../../../src/vscode/scenarios/picture/journeys';
import { ChosenConnections } from '../../../src/vscode/scenarios/running/chosenConnections';
import { runTests, type Testing } from '../../../src/vscode/scenarios/testing/runTests';
import { ScenarioItems } from '../../../src/vscode/scenarios/testing/scenarioItems';
import { StepReplies } from '../../../src/vscode/scenarios/testing/stepReplies';
import { createTestServices, type TestServices, when } from '../testServices';
import { type Told, toldRun } from './toldRun';

const scenario = `arazzo: 1.0.1
info: {title: Notes, version: '1'}
sourceDescriptions:
  - {name: api, url: 'esign:demo-notes'}
workflows:
  - workflowId: notes
    inputs: {type: object, properties: {name: {type: string, default: mine}}}
    steps:
      - stepId: make
        operationId: create-note
        parameters: [{name: note_id, in: path, value: $inputs.name}]
        requestBody: {payload: {text: hello, copies: 1}}
        outputs: {id: $response.body#/id}
      - stepId: read
        operationId: get-note
        parameters: [{name: note_id, in: path, value: $steps.make.outputs.id}]
      - stepId: rest
        operationId: list-notes
`;
/** From 1, as the editor counts to debuggers. */
const lineOfRead = 14;

const message = z.looseObject({
  type: z.enum(['response', 'event']),
  command: z.optional(z.string()),
  event: z.optional(z.string()),
  request_seq: z.optional(z.number()),
  success: z.optional(z.boolean()),
  message: z.optional(z.string()),
  body: z.optional(z.record(z.string(), z.unknown())),
});
type Message = z.output<typeof message>;

const variables = z.array(z.object({ name: z.string(), value: z.string(), variablesReference: z.number() }));

/** Speaks to a debugger as the editor does. */
class Client {
  readonly heard: Message[] = [];
  readonly #debugger: ScenarioDebugger;
  #seq = 0;

  constructor(adapter: ScenarioDebugger) {
    this.#debugger = adapter;
    adapter.onDidSendMessage((sent) => this.heard.push(message.parse(sent)));
  }

  async ask(command: string, args?: object): Promise<Message> {
    this.#seq += 1;
    const seq = this.#seq;
    this.#debugger.handleMessage({ seq, type: 'request', command, arguments: args } as vscode.DebugProtocolMessage);
    return this.#hear(({ request_seq }) => request_seq === seq);
  }

  /** Why it stops the n-th time, and at which line. */
  async stops(times: number): Promise<readonly [reason: unknown, line: number | undefined]> {
    const stopped = await this.#hear(
      () => this.heard.filter(({ event }) => event === 'stopped').length === times || undefined,
    );
    assert.ok(stopped);
    const { body } = await this.ask('stackTrace');
    const { stackFrames } = z.object({ stackFrames: z.array(z.object({ line: z.number() })) }).parse(body);
    return [this.heard.findLast(({ event }) => event === 'stopped')?.body?.['reason'], stackFrames[0]?.line];
  }

  /** What stands at a path of names, the scope first. */
  async look(...path: readonly string[]): Promise<{ readonly reference: number; readonly shown: object }> {
    const { body } = await this.ask('scopes');
    const scopes = z.object({ scopes: z.array(z.object({ name: z.string(), variablesReference: z.number() })) });
    let reference = scopes.parse(body).scopes.find(({ name }) => name === path[0])?.variablesReference;
    for (const step of path.slice(1)) {
      reference = (await this.#members(reference)).find(({ name }) => name === step)?.variablesReference;
    }
    assert.ok(reference, `there is no ${path.join(' > ')}`);
    const members = await this.#members(reference);
    return { reference, shown: Object.fromEntries(members.map(({ name, value }) => [name, value])) };
  }

  async #members(reference: number | undefined) {
    const { body } = await this.ask('variables', { variablesReference: reference ?? 0 });
    return variables.parse(body?.['variables']);
  }

  #hear(isMeant: (heard: Message) => boolean | undefined): Promise<Message> {
    return when(this.#debugger.onDidSendMessage, () => this.heard.find(isMeant));
  }
}

describe('A scenario in the debugger', () => {
  let services: TestServices;
  let controller: vscode.TestController;
  let client: Client;
  let told: Told;
  let ended: Promise<void>;
  let stop: AbortController;

  /** Up to where the editor has said its breakpoints. */
  beforeEach(async () => {
    services = createTestServices();
    controller = vscode.tests.createTestController('esign.scenarios.debugged', 'Debugged');
    const replies = new OpenReplies(services);
    const testing: Testing = {
      services: { ...services, replies },
      items: new ScenarioItems(controller, services.log),
      replies: new StepReplies(replies),
      chosen: new ChosenConnections(services.context),
      journeys: new Journeys(),
    };
    const file = vscode.Uri.file(join(services.storage, 'notes.arazzo.yaml'));
    writeFileSync(file.fsPath, scenario);
    await testing.items.read(file);
    stop = new AbortController();
    const adapter = new ScenarioDebugger(
      () => file,
      () => stop.abort(),
    );
    client = new Client(adapter);
    told = toldRun();
    await client.ask('initialize', {});
    const { body } = await client.ask('setBreakpoints', {
      source: { path: file.fsPath },
      breakpoints: [{ line: lineOfRead + 1 }, { line: 2 }],
    });
    assert.deepEqual(body, {
      breakpoints: [
        { verified: true, line: lineOfRead },
        { verified: false, message: 'No step of a scenario stands here.' },
      ],
    });
    ended = adapter.started.then(() =>
      runTests(testing, new vscode.TestRunRequest(), told.run, {
        onEmulator: false,
        signal: stop.signal,
        watch: adapter.watch,
      }),
    );
    await client.ask('configurationDone');
  });
  afterEach(async () => {
    await client.ask('disconnect');
    await ended;
    controller.dispose();
    await services.dispose();
  });

  it('stops at its first step and at breakpoints, and goes on', async () => {
    assert.deepEqual(await client.stops(1), ['entry', 9]);
    await client.ask('continue');
    assert.deepEqual(await client.stops(2), ['breakpoint', lineOfRead]);
    assert.deepEqual(told.outcomes, ['started make', 'passed make', 'started read']);
    assert.deepEqual((await client.look('Last Reply')).shown['status' as never], '201');
    await client.ask('continue');
    await ended;
    assert.deepEqual(told.outcomes.slice(-3), ['passed read', 'started rest', 'passed rest']);
  });

  it('sends the values that were set in it, and passes them on', async () => {
    await client.stops(1);
    assert.deepEqual(Object.keys((await client.look('Would Be Sent')).shown), ['request', 'path', 'body']);
    const inputs = await client.look('Inputs');
    assert.deepEqual(inputs.shown, { name: '"mine"' });
    const set = await client.ask('setVariable', { variablesReference: inputs.reference, name: 'name', value: 'yours' });
    assert.equal(set.body?.['value'], '"yours"');
    const { reference } = await client.look('Would Be Sent', 'body');
    await client.ask('setVariable', { variablesReference: reference, name: 'text', value: 'set here' });
    await client.ask('next');
    assert.deepEqual(await client.stops(2), ['step', lineOfRead]);
    assert.deepEqual((await client.look('Would Be Sent', 'path')).shown, { note_id: '"yours"' });
    const reply = await client.look('Last Reply', 'body');
    assert.deepEqual([reply.shown['id' as never], reply.shown['text' as never]], ['"yours"', '"set here"']);
    const evaluated = await client.ask('evaluate', { expression: '$steps.make.outputs.id' });
    assert.equal(evaluated.body?.['result'], '"yours"');
  });

  it('says why a value cannot be set, and what is no expression', async () => {
    await client.stops(1);
    await client.ask('next');
    await client.stops(2);
    const { reference } = await client.look('Last Reply');
    const set = await client.ask('setVariable', { variablesReference: reference, name: 'status', value: '200' });
    assert.deepEqual([set.success, set.message], [false, 'This cannot be changed.']);
    const evaluated = await client.ask('evaluate', { expression: '1 + 1' });
    assert.equal(evaluated.success, false);
    assert.match(evaluated.message ?? '', /^Write an expression of a scenario/);
    assert.equal((await client.ask('gotoTargets', {})).success, false);
  });

  it('leaves a step out, and nothing is sent after it is ended', async () => {
    await client.stops(1);
    await client.ask('skipStep');
    await client.stops(2);
    assert.deepEqual(told.outcomes.slice(0, 2), ['started make', 'skipped make']);
    assert.match(JSON.stringify((await client.look('Would Be Sent')).shown), /has no value/);
    await client.ask('terminate');
    await ended;
    assert.ok(stop.signal.aborted);
    const { entries = [] } = (await (await services.history())?.list(10)) ?? {};
    assert.deepEqual(entries, []);
  });
});
