import assert from 'node:assert/strict';
import { readScenario } from '../../../../src/core/scenarios/document/readScenario';
import type { LinkedScenario } from '../../../../src/core/scenarios/linking/linkedScenario';
import { linkScenario } from '../../../../src/core/scenarios/linking/linkScenario';
import { journeyDiagram } from '../../../../src/core/scenarios/picture/journeyDiagram';
import { JourneyPicture } from '../../../../src/core/scenarios/picture/journeyPicture';
import { journeyText } from '../../../../src/core/scenarios/picture/journeyText';
import { type Act, inLanes, type Participant } from '../../../../src/core/scenarios/picture/participants';
import { namedStep, type StepResult } from '../../../../src/core/scenarios/running/result';
import { demoPorts } from './demoPorts';

const text = `arazzo: 1.0.1
info: { title: T, version: '1' }
sourceDescriptions:
  - { name: api, url: 'esign:demo-notes' }
  - { name: emulator, url: esign:emulator }
workflows:
  - workflowId: whole
    summary: From a note; to its end.
    inputs: { type: object, properties: { link: { type: string } } }
    steps:
      - stepId: login
        workflowId: prepare
      - stepId: make
        operationId: $sourceDescriptions.api.create-note
        parameters: [{ name: note_id, in: path, value: a }]
        requestBody: { payload: { text: anna@example.com, copies: 1 } }
        onFailure: [{ name: mend, type: goto, stepId: later }]
      - stepId: later
        operationId: $sourceDescriptions.emulator.advance
        requestBody: { payload: { minutes: 16 } }
      - stepId: anna-opens
        operationId: $sourceDescriptions.emulator.sign
        requestBody: { payload: { link: $inputs.link, action: open } }
      - stepId: anna-signs
        operationId: $sourceDescriptions.emulator.sign
        requestBody: { payload: { link: $inputs.link, action: finish } }
      - stepId: ben-declines
        operationId: $sourceDescriptions.emulator.sign
        requestBody: { payload: { document: a, as: Ben@example.com, action: decline } }
  - workflowId: prepare
    steps:
      - stepId: look
        operationId: $sourceDescriptions.api.list-notes
  - workflowId: mending
    steps:
      - stepId: mend-it
        operationId: $sourceDescriptions.api.list-notes
`;

async function link(): Promise<LinkedScenario> {
  const { scenario, issues } = readScenario(text, 'x.yaml');
  assert.ok(scenario, JSON.stringify(issues));
  const linked = await linkScenario(scenario, demoPorts);
  assert.ok(linked.scenario, JSON.stringify(linked.issues));
  return linked.scenario;
}

/** What the editor is told while workflows run, by the ids of workflow and step. */
class Told {
  readonly #scenario: LinkedScenario;
  readonly picture: JourneyPicture;
  #now = 1_000;

  constructor(scenario: LinkedScenario) {
    this.#scenario = scenario;
    const [first] = scenario.workflows;
    assert.ok(first);
    this.picture = new JourneyPicture('x.yaml', scenario, first);
  }

  started(workflowId: string, stepId: string, attempt = 1): void {
    this.#now += 100;
    this.picture.stepStarted(this.#place(workflowId, stepId), attempt, this.#now);
  }

  ended(workflowId: string, stepId: string, result: Partial<StepResult> = {}, why: readonly string[] = []): void {
    const place = this.#place(workflowId, stepId);
    const whole: StepResult = {
      ...namedStep(place.step),
      outcome: 'passed',
      durationMs: 50,
      attempts: 1,
      checks: [],
      ...result,
    };
    this.picture.stepEnded(place, whole, why);
  }

  did(workflowId: string, stepId: string, result: Partial<StepResult> = {}, why: readonly string[] = []): void {
    this.started(workflowId, stepId);
    this.ended(workflowId, stepId, result, why);
  }

  get statuses(): readonly string[] {
    return this.picture.journey().steps.map(({ stepId, status }) => `${stepId} ${status}`);
  }

  #place(workflowId: string, stepId: string) {
    const workflow = this.#scenario.workflows.find((one) => one.workflowId === workflowId);
    const step = workflow?.steps.find((one) => one.stepId === stepId);
    assert.ok(workflow && step, `${workflowId}/${stepId}`);
    return { scenario: this.#scenario, workflow, step, secrets: [] };
  }
}

describe('A journey', () => {
  it('is planned with everybody whom the file names, the steps of other workflows below those that run them', async () => {
    const { picture } = new Told(await link());
    const { lanes, steps } = picture.journey();
    assert.deepEqual(
      lanes.map(({ kind, title }) => `${kind} ${title}`),
      [
        'api Demo Notes',
        'person anna@example.com',
        'person Recipient by link 1',
        'person Ben@example.com',
        'emulator Emulator',
      ],
    );
    assert.deepEqual(
      steps.map(({ stepId, acts }) => `${stepId}: ${acts.map(({ lane, text: said }) => `${lane} ${said}`).join(', ')}`),
      [
        'login: ',
        'login/look: 0 GET',
        'make: 0 POST, 1 is named',
        'later: 4 +16 min',
        'anna-opens: 2 opens',
        'anna-signs: 2 signs',
        'ben-declines: 3 declines',
      ],
    );
  });

  it('follows its steps, and those of workflows that run within', async () => {
    const told = new Told(await link());
    told.started('whole', 'login');
    told.did('prepare', 'look');
    assert.deepEqual(told.statuses.slice(0, 3), ['login running', 'login/look passed', 'make planned']);
    told.ended('whole', 'login');
    told.did('whole', 'make', { outcome: 'failed', handledBy: 'mend' }, ['Expected 201, found 429']);
    told.started('whole', 'later');
    told.started('whole', 'later', 2);
    told.ended('whole', 'later', { attempts: 2 });
    told.did('whole', 'make');
    told.did('whole', 'anna-opens', { outcome: 'failed' }, ['Expected 200, found 404']);
    told.picture.ended({ outcome: 'failed', durationMs: 900, secrets: [] }, []);
    assert.deepEqual(told.statuses, [
      'login passed',
      'login/look passed',
      'make passed',
      'later passed',
      'anna-opens failed',
      'anna-signs skipped',
      'ben-declines skipped',
    ]);
    const { outcome, durationMs, steps, startedAt } = told.picture.journey();
    assert.deepEqual([outcome, durationMs, startedAt], ['failed', 900, '1970-01-01T00:00:01.100Z']);
    assert.deepEqual(
      steps.slice(1, 5).map(({ startedAfterMs, attempts, rounds }) => [startedAfterMs, attempts, rounds]),
      [
        [100, 1, 1],
        [500, 1, 2],
        [300, 2, 1],
        [600, 1, 1],
      ],
    );
    assert.deepEqual(told.picture.placeAt(1), { workflowId: 'prepare', stepId: 'look' });
  });

  it('shows a workflow that an action runs where it ran, and leaves out those of others', async () => {
    const told = new Told(await link());
    told.did('prepare', 'look');
    assert.equal(told.picture.journey().outcome, 'planned');
    told.did('whole', 'make', { outcome: 'failed' }, ['It failed.']);
    told.did('mending', 'mend-it');
    told.did('whole', 'later');
    assert.deepEqual(told.statuses.slice(2, 5), ['make failed', 'make/mend-it passed', 'later passed']);
    told.picture.left();
    assert.equal(told.picture.journey().outcome, 'failed');
  });

  it('is text that one reads from top to bottom', async () => {
    const told = new Told(await link());
    told.did('whole', 'make', { outcome: 'failed' }, ['Expected $statusCode == 201, found 429 (line 13)']);
    told.picture.ended({ outcome: 'failed', durationMs: 1_234, secrets: [] }, []);
    const lines = journeyText(told.picture.journey()).split('\n');
    assert.deepEqual(lines.slice(0, 9), [
      'whole: From a note; to its end.',
      'Failed in 1.23 s, started 1970-01-01T00:00:01.100Z',
      '',
      '1. login – prepare (skipped)',
      '   runs prepare',
      '  2. login/look – List notes (skipped)',
      '     Demo Notes: GET',
      '3. make – Create a note (failed, 50 ms)',
      '   Demo Notes: POST; anna@example.com: is named',
    ]);
    assert.equal(lines[9], '   Expected $statusCode == 201, found 429 (line 13)');
  });

  it('is a sequence diagram in which nothing that is quoted is markup', async () => {
    const told = new Told(await link());
    told.did('whole', 'make', { outcome: 'failed' }, ['<b>bold</b>; end\nNote over p1: #1']);
    const diagram = journeyDiagram(told.picture.journey());
    assert.deepEqual(diagram.split('\n').slice(0, 12), [
      'sequenceDiagram',
      '  title whole (running)',
      '  participant you as You',
      '  participant p1 as Demo Notes',
      '  actor p2 as anna@example.com',
      '  actor p3 as Recipient by link 1',
      '  actor p4 as Ben@example.com',
      '  participant p5 as Emulator',
      '  Note over you: login: runs prepare',
      '  you->>p1: login/look: GET',
      '  you->>p1: ✗ make: POST (50 ms)',
      '  p1-->>p2: is named',
    ]);
    assert.match(diagram, /^ {2}Note over p1: #60;b#62;bold#60;\/b#62;#59; end\\u000aNote over p1: #35;1$/m);
    assert.match(diagram, /^ {2}p4->>p1: ben-declines: declines$/m);
  });
});

describe('Who takes part', () => {
  const act = (who: Participant, said = 'x'): Act => ({ who, kind: 'acts', text: said });
  const byLink = (link: string, ...names: readonly string[]): Participant => ({
    kind: 'person',
    names: [link, ...names],
  });
  const mail = (email: string, title?: string): Participant => ({ kind: 'person', names: [email], email, title });

  it('is one person under all the names that are known, whenever they become known', () => {
    const { lanes, acts } = inLanes([
      [act(mail('anna@example.com')), act(mail('ben@example.com'))],
      [act(byLink('link 1'))],
      [act(byLink('link 2'))],
      [act({ ...mail('Anna@Example.com', 'Anna Lee'), names: ['Anna@Example.com', 'link 1'] })],
    ]);
    assert.deepEqual(
      lanes.map(({ title, detail }) => [title, detail]),
      [
        ['Anna Lee', 'anna@example.com'],
        ['ben@example.com', undefined],
        ['Recipient by link 1', undefined],
      ],
    );
    assert.deepEqual(
      acts.map((row) => row.map(({ lane }) => lane)),
      [[0, 1], [0], [2], [0]],
    );
  });

  it('is said once at a step, and no API is a person of its name', () => {
    const { lanes, acts } = inLanes([
      [
        act(mail('a@example.com')),
        act(mail('A@example.com')),
        act({ kind: 'api', names: ['a@example.com'], title: 'A' }),
      ],
    ]);
    assert.deepEqual(
      lanes.map(({ kind }) => kind),
      ['api', 'person'],
    );
    assert.deepEqual(
      acts[0]?.map(({ lane }) => lane),
      [1, 0],
    );
  });
});
