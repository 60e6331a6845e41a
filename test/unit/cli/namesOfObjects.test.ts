import assert from 'node:assert/strict';
import fc from 'fast-check';
import { inputVariable } from '../../../src/headless/scenarios/runScenarios';
import { runs } from '../fixtures/runs';
import { client, useWorkplace } from './workplace';

/* Whatever a file names may be called as members are that every object has. */

const inherited = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf', '__defineGetter__', 'length'];
const name = fc.oneof(fc.constantFrom(...inherited), fc.stringMatching(/^[A-Za-z_][A-Za-z0-9_-]{0,8}$/));

/** How an input is given. */
const ways = ['--input', '--inputs', 'environment'] as const;
type Way = (typeof ways)[number];

interface Names {
  readonly source: string;
  readonly workflow: string;
  readonly step: string;
  readonly output: string;
  readonly input: string;
  readonly component: string;
  readonly action: string;
}

function all(one: string): Names {
  return { source: one, workflow: one, step: one, output: one, input: one, component: one, action: one };
}

function scenarioOf({ source, workflow, step, output, input, component, action }: Names): string {
  return `arazzo: 1.0.1
info: {title: T, version: '1'}
sourceDescriptions: [{name: "${source}", url: 'esign:demo-notes'}]
components:
  parameters: {"${component}": {name: note_id, in: path, value: new}}
  failureActions: {"${component}": {name: "${action}", type: end}}
workflows:
  - workflowId: "${workflow}"
    inputs: {type: object, additionalProperties: false, required: ["${input}"], properties: {"${input}": {type: string}, other: {type: string, default: kept}}}
    outputs: {"${output}": '$steps.${step}.outputs.${output}'}
    steps:
      - stepId: "${step}"
        operationId: $sourceDescriptions.${source}.create-note
        parameters: [{reference: $components.parameters.${component}}]
        requestBody: {payload: {text: '{$inputs.${input}}, {$inputs.other}', copies: 1}}
        onFailure: [{reference: $components.failureActions.${component}}]
        outputs: {"${output}": $response.body#/text}
  - workflowId: outer
    inputs: {type: object, properties: {"${input}": {type: string}}}
    steps:
      - stepId: calls
        workflowId: "${workflow}"
        parameters: [{name: "${input}", value: $inputs.${input}}]
        outputs: {"${output}": $outputs.${output}}
        successCriteria: [{condition: "$outputs.${output} == 'given, kept'"}]
      - stepId: reads
        operationId: $sourceDescriptions.${source}.get-note
        parameters: [{name: note_id, in: path, value: new}]
        successCriteria:
          - condition: "$response.body#/text == 'given, kept'"
          - condition: "$steps.calls.outputs.${output} == 'given, kept'"
          - condition: "$workflows.${workflow}.outputs.${output} == 'given, kept'"
          - condition: "$workflows.${workflow}.inputs.${input} == 'given'"
`;
}

describe('Names that objects have of themselves', () => {
  const place = useWorkplace();
  const names = fc
    .record({ source: name, workflow: name, step: name, output: name, input: name, component: name, action: name })
    .filter(({ workflow, input }) => workflow !== 'outer' && input !== 'other');

  it('name sources, workflows, steps, outputs, inputs, components and actions as any others do', async () => {
    const examples = inherited.flatMap((one) => ways.map((way): [Names, Way] => [all(one), way]));
    await fc.assert(
      fc.asyncProperty(names, fc.constantFrom(...ways), async (chosen, way) => {
        const file = place().write('a.arazzo.yaml', scenarioOf(chosen));
        const given = JSON.stringify({ [chosen.input]: 'given' });
        const inputs = place().write('inputs.json', given);
        const said = {
          '--input': { args: ['--input', `${chosen.input}=given`], env: {} },
          '--inputs': { args: ['--inputs', inputs], env: {} },
          environment: { args: [], env: { [inputVariable(chosen.input)]: 'given' } },
        };
        const { args, env } = said[way];
        const ran = await place().run(['run', file, '--emulator', '--json', ...args], { ...client, ...env });
        assert.equal(ran.code, 0, `${ran.out}${ran.err}${JSON.stringify(chosen)}`);
        const report = JSON.parse(ran.out) as { workflows: { workflowId: string; steps: { stepId: string }[] }[] };
        assert.deepEqual(
          report.workflows.map(({ workflowId, steps }) => [workflowId, ...steps.map(({ stepId }) => stepId)]),
          [['outer', `calls/${chosen.step}`, 'calls', 'reads']],
        );
      }),
      { numRuns: examples.length + runs(5), examples },
    );
  });
});
