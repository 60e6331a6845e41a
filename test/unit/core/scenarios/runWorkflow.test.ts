import assert from 'node:assert/strict';
import type { Connection } from '../../../../src/core/connections/connection';
import { historyEntry } from '../../../../src/core/history/record';
import type { HttpOutcome } from '../../../../src/core/http';
import { replyState } from '../../../../src/core/replies/replyState';
import { restoreRun } from '../../../../src/core/replies/restoreRun';
import { readScenario } from '../../../../src/core/scenarios/document/readScenario';
import { linkScenario } from '../../../../src/core/scenarios/linking/linkScenario';
import { foreseeQuestion } from '../../../../src/core/scenarios/running/asking/foresee';
import { isAgreedTo } from '../../../../src/core/scenarios/running/asking/isAgreedTo';
import { formText } from '../../../../src/core/scenarios/running/pageRun';
import { planRun } from '../../../../src/core/scenarios/running/plan';
import type { WorkflowResult } from '../../../../src/core/scenarios/running/result';
import type { PageForm, RunPorts } from '../../../../src/core/scenarios/running/runPorts';
import type { RunWatch, StepDecision } from '../../../../src/core/scenarios/running/runWatch';
import { runWorkflow } from '../../../../src/core/scenarios/running/workflowRun';
import { Confirmations } from '../../../../src/core/sending/asking/mayBeSent';
import { describeQuestion, type Question, type Reason } from '../../../../src/core/sending/asking/question';
import type { Run } from '../../../../src/core/sending/run';
import { SendSession } from '../../../../src/core/sending/sendSession';
import { emulatorSteps } from '../../../../src/emulator/controlProvider';
import type { JsonObject } from '../../../../src/protocol/json';
import { demoProvider } from '../../emulator/demoProvider';
import { demoPorts } from './demoPorts';

const head = `arazzo: 1.0.1
info: {title: T, version: '1'}
sourceDescriptions:
  - {name: api, url: 'esign:demo-notes'}
workflows:
`;
const one = '      - {stepId: one, operationId: get-note, parameters: [{name: note_id, in: path, value: a}]';

/** What the server answers, one after the other; the last one for good. */
type Answers = readonly (readonly [status: number, body: unknown, headers?: Readonly<Record<string, string>>])[];

interface Played {
  readonly result: WorkflowResult;
  /** Method, path and body of what went out, without the calls for tokens. */
  readonly sent: readonly string[];
  readonly waits: readonly number[];
}

async function link(text: string) {
  const { scenario, issues } = readScenario(text, 'x.yaml');
  assert.ok(scenario, JSON.stringify(issues));
  return linkScenario(scenario, demoPorts);
}

async function play(
  text: string,
  answers: Answers,
  given: JsonObject = {},
  watch?: RunWatch,
  openPage?: RunPorts['openPage'],
  now?: RunPorts['now'],
): Promise<Played> {
  const { scenario, issues } = await link(`${head}${text}`);
  assert.ok(scenario, JSON.stringify(issues));
  const [workflow] = scenario.workflows;
  assert.ok(workflow);
  const sent: string[] = [];
  const waits: number[] = [];
  const others = { ...(watch && { watch }), ...(openPage && { openPage }), ...(now && { now }) };
  const ports = { ...portsOf(answers, sent, waits), ...others };
  const context = { ports, scenario, signal: new AbortController().signal, workflows: new Map(), held: { ms: 0 } };
  return { result: await runWorkflow(context, workflow, given), sent, waits };
}

function portsOf(answers: Answers, sent: string[], waits: number[]): RunPorts {
  let at = 0;
  const answer = ([status, body, headers = {}]: Answers[number]): HttpOutcome => ({
    kind: 'replied',
    reply: {
      status,
      statusText: '',
      headers: { 'content-type': 'application/json', ...headers },
      bytes: new TextEncoder().encode(JSON.stringify(body)),
      durationMs: 1,
    },
  });
  const http = {
    send: async ({ method, url, body }: { method: string; url: string; body: { text: string } | undefined }) => {
      const path = new URL(url).pathname;
      if (path === '/oauth/token') return answer([200, { access_token: 'tok-0123456789', expires_in: 3600 }]);
      sent.push(`${method} ${path}${body === undefined ? '' : ` ${body.text}`}`);
      const next = answers[Math.min(at++, answers.length - 1)];
      assert.ok(next);
      return answer(next);
    },
  };
  let ids = 0;
  const session = new SendSession({ http, now: () => 0, newId: () => `id-${++ids}` });
  const credentials = { clientId: 'demo-client', clientSecret: 'demo-secret' };
  const ports = session.ports({
    credentials: async () => ({ kind: 'found', credentials }),
    ask: async () => true,
    readFile: async () => ({ kind: 'unreadable', reason: 'there is none' }),
  });
  return {
    door: (provider) => ({
      ...ports,
      operation: async (id) => {
        const operation = provider.operations.find((candidate) => candidate.id === id);
        return operation && { provider, operation };
      },
      connection: async () => connection,
    }),
    openPage: async () => ({ kind: 'foreign' }),
    wait: async (ms) => void waits.push(ms),
    now: () => 0,
    newId: () => `page-${++ids}`,
    limited: (_ms, signal) => ({ signal, isOver: () => true, release: () => undefined }),
  };
}

const connection: Connection = {
  id: 'test',
  provider: demoProvider.id,
  title: 'Test',
  environment: 'custom',
  environmentTitle: 'Custom',
  baseUrl: 'http://127.0.0.1:4010',
  hosts: {},
  variables: {},
  live: false,
};

const note = { id: 'a', text: 'hello', copies: 1 };
const ok: Answers = [[200, note]];

/** Outcome of the workflow, then of its steps with the number of tries. */
function summary({ outcome, steps }: WorkflowResult): string {
  return [outcome, ...steps.map((step) => `${step.stepId}:${step.outcome}:${step.attempts}`)].join(' ');
}

const flows: readonly (readonly [
  name: string,
  steps: string,
  answers: Answers,
  expected: string,
  waits?: readonly number[],
])[] = [
  [
    'steps go on after each other',
    `${one}}\n      - {stepId: two, operationId: list-notes}`,
    [
      [200, note],
      [200, []],
    ],
    'passed one:passed:1 two:passed:1',
  ],
  ['without criteria a refusal fails', `${one}}`, [[404, {}]], 'failed one:failed:1'],
  [
    'a failure ends',
    `${one}, successCriteria: [{condition: $statusCode == 201}]}\n      - {stepId: two, operationId: list-notes}`,
    ok,
    'failed one:failed:1 two:skipped:0',
  ],
  [
    'a step may mean to be refused',
    `${one}, successCriteria: [{condition: $statusCode == 404}]}`,
    [[404, {}]],
    'passed one:passed:1',
  ],
  [
    'all criteria must hold',
    `${one}, successCriteria: [{condition: $statusCode == 200}, {context: $response.body#/text, type: regex, condition: '^HELLO'}]}`,
    ok,
    'failed one:failed:1',
  ],
  [
    'JSONPath sees the body',
    `${one}, successCriteria: [{context: $response.body, type: jsonpath, condition: '$[?@ == "hello"]'}]}`,
    ok,
    'passed one:passed:1',
  ],
  [
    'a success of somebody else is none',
    `${one}, successCriteria: [{condition: $statusCode == 200}]}`,
    [[200, 'x', { 'content-type': 'text/html' }]],
    'failed one:failed:1',
  ],
  [
    'retry tries again once',
    `${one}, onFailure: [{name: r, type: retry}]}`,
    [
      [503, {}],
      [200, note],
    ],
    'passed one:passed:2',
  ],
  [
    'retry of its own step tries that again, and runs it no further time before',
    `${one}, onFailure: [{name: r, type: retry, stepId: one}]}`,
    [
      [503, {}],
      [200, note],
    ],
    'passed one:passed:2',
  ],
  [
    'retry stops at its limit',
    `${one}, onFailure: [{name: r, type: retry, retryLimit: 2, retryAfter: 1.5}]}`,
    [[503, {}]],
    'failed one:failed:3',
    [1500, 1500],
  ],
  [
    'the server says when',
    `${one}, onFailure: [{name: r, type: retry, retryAfter: 1}]}`,
    [
      [503, {}, { 'retry-after': '7' }],
      [200, note],
    ],
    'passed one:passed:2',
    [7000],
  ],
  [
    'nobody waits for hours',
    `${one}, onFailure: [{name: r, type: retry}]}`,
    [[503, {}, { 'retry-after': '7200' }]],
    'failed one:failed:1',
  ],
  [
    'actions have criteria',
    `${one}, onFailure: [{name: r, type: retry, criteria: [{condition: $statusCode == 503}]}]}`,
    [[404, {}]],
    'failed one:failed:1',
  ],
  [
    'what comes after retries are exhausted',
    `${one}, onFailure: [{name: r, type: retry}, {name: g, type: goto, stepId: two}]}\n      - {stepId: two, operationId: list-notes}`,
    [
      [503, {}],
      [503, {}],
      [200, []],
    ],
    'passed one:failed:2 two:passed:1',
  ],
  [
    'goto leads on',
    `${one}, onSuccess: [{name: g, type: goto, stepId: three}]}\n      - {stepId: two, operationId: list-notes}\n      - {stepId: three, operationId: list-notes}`,
    [
      [200, note],
      [200, []],
    ],
    'passed one:passed:1 three:passed:1 two:skipped:0',
  ],
  [
    'end ends well after a success',
    `${one}, onSuccess: [{name: e, type: end}]}\n      - {stepId: two, operationId: list-notes}`,
    ok,
    'passed one:passed:1 two:skipped:0',
  ],
  [
    'end after a failure is a failure',
    `${one}, onFailure: [{name: e, type: end}]}`,
    [[404, {}]],
    'failed one:failed:1',
  ],
  [
    'retry runs another step before',
    `${one}, onFailure: [{name: r, type: retry, stepId: two}]}\n      - {stepId: two, operationId: list-notes}`,
    [
      [503, {}],
      [200, []],
      [200, note],
      [200, []],
    ],
    'passed two:passed:1 one:passed:2 two:passed:1',
  ],
  [
    'a timeout fails a step that has no reply',
    `${one}, timeout: 5, successCriteria: [{condition: $statusCode == 1}]}`,
    ok,
    'failed one:failed:1',
  ],
];

describe('A workflow', () => {
  for (const [name, steps, answers, expected, waits = []] of flows) {
    it(`runs as Arazzo says: ${name}`, async () => {
      const played = await play(`  - workflowId: w\n    steps:\n${steps}\n`, answers);
      assert.equal(
        summary(played.result),
        expected,
        JSON.stringify(played.result.steps.map(({ said, checks }) => [said, checks])),
      );
      assert.deepEqual(
        played.waits.filter((ms) => ms > 0),
        waits,
      );
    });
  }

  it('gives values from step to step, and out', async () => {
    const { result, sent } = await play(
      `  - workflowId: w
    inputs: {type: object, required: [text], properties: {text: {type: string}, copies: {type: integer, default: 2}}}
    steps:
      - stepId: make
        operationId: create-note
        parameters: [{name: note_id, in: path, value: a}]
        requestBody:
          payload: {text: "{$inputs.text}!", copies: 0}
          replacements: [{target: /copies, value: $inputs.copies}]
        outputs: {id: $response.body#/id, none: $response.body#/nothing}
      - stepId: read
        operationId: get-note
        parameters: [{name: note_id, in: path, value: $steps.make.outputs.id}]
    outputs: {id: $steps.make.outputs.id}
`,
      [
        [201, { ...note, id: 'n-7' }],
        [200, note],
      ],
      { text: 'hi' },
    );
    assert.equal(result.outcome, 'passed');
    assert.deepEqual(sent, ['POST /api/v1/notes/a {"text":"hi!","copies":2}', 'GET /api/v1/notes/n-7']);
    assert.deepEqual(result.outputs, { id: 'n-7' });
  });

  it('sends nothing for a value that is not there', async () => {
    const { result, sent } = await play(
      `  - workflowId: w
    steps:
${one}, outputs: {next: $response.body#/next}}
      - {stepId: two, operationId: get-note, parameters: [{name: note_id, in: path, value: $steps.one.outputs.next}]}
`,
      ok,
    );
    assert.equal(summary(result), 'failed one:passed:1 two:failed:1');
    assert.equal(result.steps[1]?.said?.title, '$steps.one.outputs.next has no value');
    assert.equal(sent.length, 1);
  });

  it('says what a reply must be where no criterion does, as it follows "expected"', async () => {
    const asked = async (...answer: Answers[number]) => {
      const { result } = await play(`  - workflowId: w\n    steps:\n${one}}\n`, [answer]);
      return result.steps.flatMap(({ checks }) =>
        checks.map(({ condition, passed, actual }) => [condition, passed, actual]),
      );
    };
    assert.deepEqual(await asked(200, note), [['a success', true, 200]]);
    assert.deepEqual(await asked(404, {}), [['a success', false, 404]]);
    const page = await asked(200, '<!doctype html><title>Sign in</title>', { 'content-type': 'text/html' });
    assert.deepEqual(
      page.map(([condition, passed]) => [condition, passed]),
      [['an answer of the API itself', false]],
    );
  });

  it('takes what a server gave for what it is, not for a reference', async () => {
    const { result, sent } = await play(
      `  - workflowId: w
    steps:
${one}, outputs: {text: $response.body#/text}}
      - stepId: two
        operationId: create-note
        parameters: [{name: note_id, in: path, value: a}]
        requestBody: {payload: {text: $steps.one.outputs.text, copies: 1}}
`,
      [
        [200, { ...note, text: '{{credentials.x}}' }],
        [201, note],
      ],
    );
    assert.equal(result.outcome, 'passed', JSON.stringify(result.steps[1]?.said));
    assert.ok(sent[1]?.includes('{{credentials.x}}'));
  });

  it('is checked by the rules before each request, unless it means to be refused', async () => {
    const step = (criteria: string) => `  - workflowId: w
    inputs: {type: object, properties: {copies: {default: 0}}}
    steps:
      - stepId: make
        operationId: create-note
        parameters: [{name: note_id, in: path, value: a}]
        requestBody: {payload: {text: x, copies: $inputs.copies}}
${criteria}`;
    const wrong = await play(step(''), [[400, {}]]);
    assert.equal(wrong.result.problem?.kind, 'invalidRequest');
    assert.deepEqual(wrong.sent, []);
    const meant = await play(step('        successCriteria: [{condition: $statusCode >= 400}]\n'), [[400, {}]]);
    assert.equal(meant.result.outcome, 'passed');
    assert.equal(meant.sent.length, 1);
  });

  it('runs others, gives them inputs and takes their outputs', async () => {
    const { result, sent } = await play(
      `  - workflowId: w
    steps:
      - stepId: call
        workflowId: inner
        parameters: [{name: id, value: b}]
        successCriteria: [{condition: $statusCode == 200}]
        outputs: {text: $outputs.text}
    outputs: {text: $steps.call.outputs.text}
  - workflowId: inner
    inputs: {type: object, required: [id], properties: {id: {type: string}}}
    steps:
      - {stepId: read, operationId: get-note, parameters: [{name: note_id, in: path, value: $inputs.id}], outputs: {text: $response.body#/text}}
    outputs: {text: $steps.read.outputs.text}
`,
      ok,
    );
    assert.equal(result.outcome, 'passed', JSON.stringify(result));
    assert.deepEqual(sent, ['GET /api/v1/notes/b']);
    assert.deepEqual(result.outputs, { text: 'hello' });
  });

  it('that runs itself ends', async () => {
    const { result } = await play(
      `  - workflowId: w\n    steps:\n${one}, onSuccess: [{name: g, type: goto, workflowId: w}]}\n`,
      ok,
    );
    assert.equal(result.outcome, 'failed');
    assert.ok(result.said?.title.includes('without end'));
  });

  it('that goes in circles ends', async () => {
    const { result } = await play(
      `  - workflowId: w\n    steps:\n${one}, onSuccess: [{name: g, type: goto, stepId: one}]}\n`,
      ok,
    );
    assert.equal(result.said?.title, 'The workflow does not end');
  });

  it('is not started with inputs that do not fit', async () => {
    const text = `  - workflowId: w\n    inputs: {type: object, required: [a], properties: {a: {type: integer}}}\n    steps:\n${one}}\n`;
    for (const [given, said] of [
      [{}, 'needs the input "a"'],
      [{ a: 'x' }, 'Input a'],
    ] as const) {
      const { result, sent } = await play(text, ok, given);
      assert.ok(result.said?.cause.includes(said), result.said?.cause);
      assert.deepEqual(sent, []);
    }
  });
});

const unlinked: readonly (readonly [name: string, text: string, said: string])[] = [
  [
    'an API that is not there',
    `${head.replace('demo-notes', 'demo-note')}  - workflowId: w\n    steps:\n${one}}\n`,
    'Did you mean "esign:demo-notes"?',
  ],
  [
    'an address',
    `${head.replace("'esign:demo-notes'", 'https://example.com/api.yaml')}  - workflowId: w\n    steps:\n${one}}\n`,
    'Descriptions are not fetched',
  ],
  [
    'a file that is not there',
    `${head.replace("'esign:demo-notes'", 'api.yaml')}  - workflowId: w\n    steps:\n${one}}\n`,
    'There is no such file.',
  ],
  [
    'an operation that is not there',
    `${head}  - workflowId: w\n    steps:\n      - {stepId: a, operationId: get-notes}\n`,
    'Did you mean "get-note"?',
  ],
  [
    'a path parameter that is not there',
    `${head}  - workflowId: w\n    steps:\n      - {stepId: a, operationId: get-note, parameters: [{name: note, in: path, value: x}]}\n`,
    'Did you mean "note_id"?',
  ],
  [
    'a parameter without a place',
    `${head}  - workflowId: w\n    steps:\n      - {stepId: a, operationId: get-note, parameters: [{name: note_id, value: x}]}\n`,
    'write in: path or in: query',
  ],
  [
    'a cookie',
    `${head}  - workflowId: w\n    steps:\n${one.replace('in: path', 'in: cookie')}}\n`,
    'Cookies are not supported',
  ],
  [
    'a header of its own',
    `${head}  - workflowId: w\n    steps:\n${one.replace('in: path', 'in: header')}}\n`,
    'The header "note_id" is not part of this call',
  ],
  [
    'a missing value',
    `${head}  - workflowId: w\n    steps:\n      - {stepId: a, operationId: get-note}\n`,
    'is required',
  ],
  [
    'a value that breaks its schema',
    `${head}  - workflowId: w\n    steps:\n      - {stepId: a, operationId: create-note, parameters: [{name: note_id, in: path, value: x}], requestBody: {payload: {text: a, copies: 0}}}\n`,
    '1 or more',
  ],
  [
    'another content type',
    `${head}  - workflowId: w\n    steps:\n      - {stepId: a, operationId: create-note, parameters: [{name: note_id, in: path, value: x}], requestBody: {contentType: text/xml, payload: x}}\n`,
    'takes application/json',
  ],
  [
    'a place that is not there',
    `${head}  - workflowId: w\n    steps:\n      - {stepId: a, operationPath: '{$sourceDescriptions.api.url}#/paths/~1nothing/get'}\n`,
    'has no call GET /nothing',
  ],
];

describe('Whoever looks on at a workflow', () => {
  const text = `  - workflowId: w
    inputs: {type: object, properties: {note: {type: string, default: a}}}
    steps:
      - {stepId: make, operationId: create-note, parameters: [{name: note_id, in: path, value: $inputs.note}], requestBody: {payload: {text: t, copies: 1}}, outputs: {id: $response.body#/id}}
      - {stepId: get, operationId: get-note, parameters: [{name: note_id, in: path, value: $steps.make.outputs.id}]}
      - {stepId: list, operationId: list-notes}
`;
  const answers: Answers = [
    [201, { id: 'made', link: 'http://127.0.0.1/sign/1' }],
    [200, { id: 'made', text: 't', copies: 1 }],
    [200, []],
  ];
  const played = (decide: (stepId: string) => StepDecision | undefined) =>
    play(text, answers, {}, { beforeStep: async ({ step }) => decide(step.stepId) });
  const put = 'POST /api/v1/notes/a {"text":"t","copies":1}';

  it('is told of each step before and after, and of what it sent', async () => {
    const told: string[] = [];
    const { sent } = await play(
      text,
      answers,
      {},
      {
        beforeStep: async ({ step, attempt, scope }) => {
          told.push(`before ${step.stepId} ${attempt} ${JSON.stringify(scope.inputs)}`);
          return undefined;
        },
        afterRequest: ({ request }) => told.push(`sent ${request.operation}`),
        afterStep: ({ step }, { outcome }) => told.push(`${outcome} ${step.stepId}`),
      },
    );
    assert.deepEqual(told.slice(0, 6), [
      'before make 1 {"note":"a"}',
      'sent demo-notes/create-note',
      'passed make',
      'before get 1 {"note":"a"}',
      'sent demo-notes/get-note',
      'passed get',
    ]);
    assert.deepEqual(sent, [put, 'GET /api/v1/notes/made', 'GET /api/v1/notes/all']);
  });

  it('may leave a step out', async () => {
    const { sent, result } = await played((stepId) => (stepId === 'list' ? { kind: 'skip' } : undefined));
    assert.deepEqual(sent, [put, 'GET /api/v1/notes/made']);
    assert.deepEqual(
      result.steps.map(({ outcome }) => outcome),
      ['passed', 'passed', 'skipped'],
    );
  });

  const changes: readonly (readonly [
    what: string,
    decide: (stepId: string) => StepDecision | undefined,
    path: string,
  ])[] = [
    [
      'what is sent',
      (stepId) =>
        stepId === 'get'
          ? { kind: 'go', values: { kind: 'request', values: { path: { note_id: 'mine' } } } }
          : undefined,
      'GET /api/v1/notes/mine',
    ],
    [
      'what a step gave',
      (stepId) => (stepId === 'get' ? { kind: 'go', outputs: new Map([['make', { id: 'other' }]]) } : undefined),
      'GET /api/v1/notes/other',
    ],
  ];
  for (const [what, decide, path] of changes) {
    it(`may change ${what}`, async () => {
      const { sent } = await played(decide);
      assert.equal(sent[1], path);
    });
  }

  it('may change the inputs', async () => {
    const { sent } = await played((stepId) => (stepId === 'make' ? { kind: 'go', inputs: { note: 'b' } } : undefined));
    assert.equal(sent[0], put.replace('/a ', '/b '));
  });

  it('takes its time, which is none of the steps', async () => {
    let now = 1000;
    const watch: RunWatch = {
      beforeStep: async () => {
        now += 60_000;
        return undefined;
      },
      afterRequest: () => {
        now += 5;
      },
    };
    const { result } = await play(text, answers, {}, watch, undefined, () => now);
    assert.deepEqual([result.durationMs, ...result.steps.map(({ durationMs }) => durationMs)], [15, 5, 5, 5]);
  });
});

describe('A page that a step opens', () => {
  const token = 'k3J9x0Qm2LrT8vWz';
  const link = `http://127.0.0.1:4010/sign/a?token=${token}`;
  const text = `  - workflowId: w
    steps:
${one}, outputs: {link: $response.body#/text}}
      - stepId: opens
        x-operation: {url: $steps.one.outputs.link, method: post}
        requestBody: {payload: {action: finish}}
`;
  const opened = async (answer: Awaited<ReturnType<RunPorts['openPage']>>) => {
    const runs: Run[] = [];
    const answers: Answers = [[200, { id: 'a', text: link, copies: 1 }]];
    const { result } = await play(text, answers, {}, { afterRequest: (run) => runs.push(run) }, async () => answer);
    return { result, runs };
  };
  const page = (status: number): HttpOutcome => ({
    kind: 'replied',
    reply: {
      status,
      statusText: '',
      headers: { 'content-type': 'text/html', location: link },
      bytes: new TextEncoder().encode(`<a href="${link}">again</a>`),
      durationMs: 2,
    },
  });

  it('gets a field of its form as often as a list says', async () => {
    const several = text.replace('{action: finish}', '{action: answer, answer: [blue, 7, a b]}');
    const forms: PageForm[] = [];
    const { result } = await play(
      several,
      [[200, { id: 'a', text: link, copies: 1 }]],
      {},
      undefined,
      async (_id, { form }) => {
        forms.push(form);
        return page(200);
      },
    );
    assert.deepEqual(forms, [{ action: 'answer', answer: ['blue', '7', 'a b'] }]);
    const sent = 'action=answer&answer=blue&answer=7&answer=a+b';
    assert.equal(formText(forms[0] ?? {}), sent);
    assert.equal(result.steps[1]?.run?.sent?.body?.text, sent);
  });

  it('is a run like that of any other step, told to whoever looks on', async () => {
    const { result, runs } = await opened(page(200));
    assert.equal(result.outcome, 'passed');
    assert.deepEqual(
      runs.map(({ request, provider }) => [request.operation, provider]),
      [
        ['demo-notes/get-note', 'demo-notes'],
        ['emulator/page', 'emulator'],
      ],
    );
    assert.equal(result.steps[1]?.run, runs[1]);
    assert.equal(runs[1]?.sent?.body?.text, 'action=finish');
  });

  it('is kept without its link, and read again as it was', async () => {
    const { runs } = await opened(page(410));
    const [, run] = runs;
    const operation = emulatorSteps.operations.find(({ id }) => id === run?.request.operation);
    assert.ok(run && operation);
    const entry = historyEntry(run, operation);
    assert.ok(!JSON.stringify(entry).includes(token), JSON.stringify(entry));
    const state = replyState(restoreRun(entry, emulatorSteps).run, emulatorSteps);
    assert.ok(state.kind === 'replied');
    assert.deepEqual([state.status, state.failed, state.run.operationTitle], [410, true, operation.title]);
    assert.ok(!JSON.stringify(replyState(run, emulatorSteps)).includes(token));
  });

  it('is told of as well where no answer comes, and not where it is none of the emulator', async () => {
    const broken = await opened({ kind: 'failed', failure: { kind: 'cancelled' } });
    assert.equal(broken.result.outcome, 'failed');
    assert.equal(broken.runs[1]?.outcome.kind, 'failed');
    const foreign = await opened({ kind: 'foreign' });
    assert.equal(foreign.runs.length, 1);
  });
});

describe('What was agreed to before a workflow', () => {
  const question = (...reasons: readonly Reason[]): Question => ({
    operation: 'o',
    connection: 'c',
    baseUrl: 'https://a.example',
    reasons,
  });
  const mails = (...recipients: readonly string[]): Reason => ({ kind: 'mailsPeople', recipients });
  const live: Reason = { kind: 'liveConnection', environment: 'E', unknown: [] };
  const agreed = question(live, { kind: 'takesAway' }, mails('ann@a.example', 'bo@a.example'));
  const second = { connection: 'd', baseUrl: 'https://b.example' };
  const both = { ...agreed, further: [{ ...second, reasons: [live] }] };
  const rows: readonly (readonly [what: string, asked: Question, known: Question | undefined, isAgreed: boolean])[] = [
    ['nothing was', question(live), undefined, false],
    ['the same', agreed, agreed, true],
    ['one of those who were named', question(mails('bo@a.example')), agreed, true],
    ['somebody else', question(mails('bo@a.example', 'cy@a.example')), agreed, false],
    ['people whom only the API knows', question(mails()), agreed, false],
    ['people whom only the API knows, as it was said', question(mails()), question(mails()), true],
    ['another address', { ...question(live), baseUrl: 'https://b.example' }, agreed, false],
    [
      'a reason that was not named',
      question(live, { kind: 'otherAddress', before: 'https://b.example' }),
      agreed,
      false,
    ],
    ['recipients who are not allowed', question({ kind: 'notAllowed', recipients: ['bo@a.example'] }), agreed, false],
    ['what was named of another connection', { ...question(live), ...second }, both, true],
    ['what was named of the first connection alone', { ...question({ kind: 'takesAway' }), ...second }, both, false],
  ];
  for (const [what, asked, known, isAgreed] of rows) {
    it(`${isAgreed ? 'covers' : 'does not cover'} ${what}`, () => assert.equal(isAgreedTo(asked, known), isAgreed));
  }
});

describe('What a scenario names', () => {
  for (const [name, text, said] of unlinked) {
    it(`is looked up: ${name}`, async () => {
      const { scenario, issues } = await link(text);
      assert.equal(scenario, undefined);
      assert.ok(
        issues.some(({ message, place }) => message.includes(said) && (place?.line ?? 0) >= 4),
        JSON.stringify(issues),
      );
    });
  }

  it('may be a place in the description', async () => {
    const { result } = await play(
      `  - workflowId: w\n    steps:\n      - {stepId: a, operationPath: '{$sourceDescriptions.api.url}#/paths/~1api~1v1~1notes~1{note_id}/get', parameters: [{name: note_id, in: path, value: x}]}\n`,
      ok,
    );
    assert.equal(result.outcome, 'passed');
  });

  it('warns of credentials in the file, and sends the own ones', async () => {
    const { scenario, issues } = await link(
      `${head}  - workflowId: w\n    steps:\n${one.replace(']', ', {name: Authorization, in: header, value: Bearer x}]')}}\n`,
    );
    assert.ok(scenario);
    assert.deepEqual(
      issues.map(({ severity, code }) => [severity, code]),
      [['warning', 'header']],
    );
  });
});

describe('Workflows of a file', () => {
  const text = `${head}  - {workflowId: last, dependsOn: [first], steps: [{stepId: a, operationId: list-notes}]}
  - {workflowId: first, steps: [{stepId: a, workflowId: helper}]}
  - {workflowId: helper, steps: [{stepId: a, operationId: list-notes}]}
  - {workflowId: alone, steps: [{stepId: a, operationId: list-notes}]}
`;
  it('come after those that they depend on, and share an emulator with them', async () => {
    const { scenario } = await link(text);
    assert.ok(scenario);
    const ids = (chosen?: string) =>
      planRun(scenario, chosen).map((group) => group.map(({ workflowId }) => workflowId));
    assert.deepEqual(ids(), [['first', 'last'], ['alone']]);
    assert.deepEqual(ids('last'), [['first', 'last']]);
    assert.deepEqual(ids('helper'), [['helper']]);
  });

  it('that only lead to each other start with the first, and none is left out', async () => {
    const step = (goal: string) =>
      `[{stepId: a, operationId: list-notes, onFailure: [{name: g, type: goto, ${goal}}]}]`;
    const { scenario } = await link(`${head}  - {workflowId: itself, steps: ${step('workflowId: itself')}}
  - {workflowId: there, steps: ${step('workflowId: back')}}
  - {workflowId: back, steps: ${step('workflowId: there')}}
  - {workflowId: alone, steps: [{stepId: a, operationId: list-notes}]}
`);
    assert.ok(scenario);
    const ids = planRun(scenario, undefined).map((group) => group.map(({ workflowId }) => workflowId));
    assert.deepEqual(ids, [['itself'], ['there'], ['alone']]);
  });

  it('are asked about once, for all that their steps do', async () => {
    const { scenario } = await link(`${head}  - workflowId: w
    steps:
      - {stepId: a, operationId: remove-note, parameters: [{name: note_id, in: path, value: x}]}
      - {stepId: b, operationId: get-note, parameters: [{name: note_id, in: path, value: x}]}
`);
    const [workflow] = scenario?.workflows ?? [];
    assert.ok(scenario && workflow);
    const policy = { allowedRecipients: [], confirmations: new Confirmations() };
    const ask = (live: boolean) => foreseeQuestion(scenario, workflow, {}, () => ({ ...connection, live }), policy);
    assert.deepEqual(
      ask(true)?.reasons.map(({ kind }) => kind),
      ['liveConnection', 'takesAway'],
    );
    assert.equal(ask(true)?.operation, 'Run the scenario "w"');
  });

  it('name every connection that they ask about, each with its own reasons', async () => {
    const { scenario } = await link(`${head}  - workflowId: w
    steps:
      - {stepId: a, operationId: remove-note, parameters: [{name: note_id, in: path, value: x}]}
      - {stepId: b, operationId: list-notes}
      - {stepId: c, operationId: list-notes}
`);
    const [workflow] = scenario?.workflows ?? [];
    assert.ok(scenario && workflow);
    const apart = workflow.steps.map((step) =>
      step.stepId === 'b' && step.target.kind === 'operation'
        ? { ...step, target: { ...step.target, connection: 'second' } }
        : step,
    );
    const policy = { allowedRecipients: [], confirmations: new Confirmations() };
    const places: Readonly<Record<string, Connection>> = {
      [demoProvider.id]: { ...connection, title: 'First', baseUrl: 'https://a.example', live: true },
      second: { ...connection, title: 'Second', baseUrl: 'https://b.example', live: true },
    };
    const whole = { ...scenario, workflows: [{ ...workflow, steps: apart }] };
    const question = foreseeQuestion(whole, workflow, {}, (id) => places[id], policy);
    assert.ok(question);
    const { title, detail, send } = describeQuestion(question);
    const mayBeReal = 'belongs to no known environment: what is sent there may be real.';
    assert.equal(title, 'Run the scenario \'w\' on "First" and "Second"?');
    assert.deepEqual(detail.split('\n'), [
      'On "First":',
      `https://a.example ${mayBeReal}`,
      'It takes something away, and that cannot be taken back.',
      'It goes to https://a.example.',
      '',
      'On "Second":',
      `https://b.example ${mayBeReal}`,
      'It goes to https://b.example.',
    ]);
    assert.equal(send, "Run the scenario 'w'");
  });
});
