import assert from 'node:assert/strict';
import { Readable } from 'node:stream';
import { junit } from 'node:test/reporters';
import { parseXml, type XmlElement } from '@rgrove/parse-xml';
import * as fc from 'fast-check';
import { junitText } from '../../../src/cli/print/scenarios/junitText';
import type { StepReport, WorkflowReport } from '../../../src/headless/scenarios/scenarioReport';

/** What an element may hold. Attributes with a `!` must be there. */
interface Rule {
  readonly attributes: readonly string[];
  readonly children: readonly string[];
}

/* As junit-10.xsd of Jenkins' xUnit plugin has it: reports that break it are refused there. */
const schema: Readonly<Record<string, Rule>> = {
  testsuites: { attributes: ['name', 'time', 'tests', 'failures', 'errors'], children: ['testsuite'] },
  testsuite: {
    attributes: [
      ...['name!', 'tests!', 'failures!', 'errors!', 'group', 'time', 'skipped', 'timestamp', 'hostname', 'id'],
      ...['package', 'file', 'log', 'url'],
    ],
    children: ['testsuite', 'properties', 'testcase', 'system-out', 'system-err'],
  },
  testcase: {
    attributes: ['name!', 'time', 'classname', 'group'],
    children: ['skipped', 'error', 'failure', 'system-out', 'system-err'],
  },
  failure: { attributes: ['type', 'message'], children: [] },
  error: { attributes: ['type', 'message'], children: [] },
  skipped: { attributes: ['type', 'message'], children: [] },
};
const surefireTime = /^(([0-9]{0,3},)*[0-9]{3}|[0-9]{0,3})*(\.[0-9]*)?$/;

function assertValid(element: XmlElement): void {
  const rule = schema[element.name];
  assert.ok(rule, `<${element.name}> is not known`);
  const names = Object.keys(element.attributes);
  const known = rule.attributes.map((name) => name.replace('!', ''));
  assert.deepEqual(
    names.filter((name) => !known.includes(name)),
    [],
    `attributes of <${element.name}>`,
  );
  for (const name of rule.attributes.filter((one) => one.endsWith('!'))) {
    assert.ok(names.includes(name.slice(0, -1)), `<${element.name}> lacks ${name}`);
  }
  const { time } = element.attributes;
  if (time !== undefined) assert.match(time, surefireTime);
  for (const child of elementsOf(element)) {
    assert.ok(rule.children.includes(child.name), `<${child.name}> in <${element.name}>`);
    assertValid(child);
  }
}

function elementsOf({ children }: XmlElement): readonly XmlElement[] {
  return children.filter((child): child is XmlElement => child.type === 'element');
}

function rootOf(workflows: readonly WorkflowReport[]): XmlElement {
  const { root } = parseXml(junitText({ workflows, issues: [] }));
  assert.ok(root);
  return root;
}

const problem = (text: string) => ({ title: text, cause: `${text}\nand more`, nextStep: text });

/** A workflow with a step of each kind, and a text that somebody else chose wherever one can stand. */
function workflowWith(text: string): WorkflowReport {
  const step = (outcome: StepReport['outcome'], more: Partial<StepReport> = {}): StepReport => ({
    stepId: `${outcome}${text}`,
    title: text,
    file: `${text}.arazzo.yaml`,
    line: 3,
    outcome,
    durationMs: 1234.5,
    attempts: 1,
    checks: [],
    said: undefined,
    explained: [],
    handledBy: undefined,
    sent: undefined,
    status: undefined,
    ...more,
  });
  const checks = [{ condition: `$response.body#/a == '${text}'`, line: 4, passed: false, actual: text }];
  const failed = step('failed', { checks, said: problem(text), explained: [problem(text)] });
  return {
    file: `${text}.arazzo.yaml`,
    line: 1,
    workflowId: text,
    outcome: 'failed',
    durationMs: 3_600_000,
    said: problem(text),
    steps: [step('passed'), failed, step('failed', { handledBy: text }), step('skipped')],
  };
}

describe('JUnit', () => {
  it('holds what the schema of Jenkins knows, whatever texts stand in it, and nothing else', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('', '"<&>\'', ']]>', '\0\ufffe\ud800', 'a\nb\tc'),
    );
    void fc.assert(fc.property(text, (any) => assertValid(rootOf([workflowWith(any)]))));
  });

  it('brings texts through as they are, each escaped once', () => {
    const text = `"q" & <b> 'x'`;
    const [suite] = elementsOf(rootOf([workflowWith(text)]));
    assert.ok(suite);
    assert.deepEqual([suite.attributes['name'], suite.attributes['file']], [text, `${text}.arazzo.yaml`]);
    const [start] = elementsOf(suite);
    assert.equal(start?.text.trim(), [text, text, 'and more', `Next: ${text}`].join('\n'));
  });

  it('counts cases, and those that failed or were skipped', () => {
    const root = rootOf([workflowWith('one'), workflowWith('two')]);
    assert.deepEqual(
      { ...root.attributes },
      {
        name: 'esign run',
        time: '7200.000',
        tests: '10',
        failures: '4',
        errors: '0',
      },
    );
    for (const suite of elementsOf(root)) {
      const { tests, failures, skipped } = suite.attributes;
      const count = (name: string) =>
        elementsOf(suite).filter((one) => elementsOf(one).some((inner) => inner.name === name)).length;
      assert.deepEqual([tests, failures, skipped].map(Number), [
        elementsOf(suite).length,
        count('failure'),
        count('skipped'),
      ]);
    }
  });

  it('is empty, and valid, without workflows', () => assertValid(rootOf([])));
});

/** What Node's own reporter makes of a workflow with one step that failed for a reason that somebody else wrote. */
async function nodesReport(text: string): Promise<string> {
  const error = Object.assign(new Error(text), {
    code: 'ERR_TEST_FAILURE',
    failureType: 'testCodeFailure',
    cause: text,
  });
  const at = { file: `${text}.arazzo.yaml`, line: 3, column: 1 };
  const step = { ...at, name: 'read', nesting: 1 };
  const workflow = { ...at, name: 'notes', nesting: 0 };
  const events = [
    { type: 'test:start', data: workflow },
    { type: 'test:start', data: step },
    { type: 'test:fail', data: { ...step, testNumber: 1, details: { duration_ms: 1.5, type: 'test', error } } },
    { type: 'test:plan', data: { nesting: 1, count: 1 } },
    { type: 'test:fail', data: { ...workflow, testNumber: 1, details: { duration_ms: 2, type: 'suite', error } } },
  ];
  const pieces: string[] = [];
  const report: AsyncIterable<unknown> = Readable.from(events).compose(junit);
  for await (const piece of report) pieces.push(String(piece));
  return pieces.join('');
}

/* Where one of these turns red, Node has mended its reporter, and it can take the place of ours. */
describe("JUnit by Node's own reporter, why it is not used", () => {
  it('is refused by the schema of Jenkins', async () => {
    const { root } = parseXml(await nodesReport('plain'));
    assert.ok(root);
    assert.throws(() => assertValid(root), /attributes of <testsuite>[\s\S]*disabled/);
    const [suite] = elementsOf(root);
    const [step] = suite === undefined ? [] : elementsOf(suite);
    assert.ok(step);
    assert.throws(() => assertValid(step), /attributes of <testcase>[\s\S]*failure/);
    assert.deepEqual({ ...root.attributes }, {});
  });

  it('escapes quotes twice, so that nobody reads what was expected', async () => {
    const { root } = parseXml(await nodesReport('Expected "a"'));
    const [suite] = root === null ? [] : elementsOf(root);
    const [step] = suite === undefined ? [] : elementsOf(suite);
    const [failure] = step === undefined ? [] : elementsOf(step);
    assert.equal(failure?.attributes['message'], 'Expected &quot;a&quot;');
  });

  it('cannot be read where a text has characters that XML does not have', async () => {
    const report = await nodesReport('\0');
    assert.throws(() => parseXml(report));
    assertValid(rootOf([workflowWith('\0')]));
  });
});
