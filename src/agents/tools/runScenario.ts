import * as z from 'zod';
import type { StepReport, WorkflowReport } from '../../headless/scenarios/scenarioReport';
import { defineTool } from '../agentTool';
import type { AgentWorkplace, ScenarioOutcome } from '../agentWorkplace';
import { anyObject } from '../anyJson';
import { fromOthers, treatAsData } from '../output/fromOthers';
import { pageOf } from '../output/pageOf';
import { visibleText } from '../output/visibleText';
import { ToolRefusal } from '../toolRefusal';

const outcome = z.enum(['passed', 'failed', 'skipped']);

const reportSchema = fromOthers({
  workflows: z.array(
    z.object({
      workflow: z.string(),
      outcome,
      passed: z.number(),
      steps: z.number(),
      said: z.exactOptional(z.string()),
    }),
  ),
  failures: z.array(
    z.object({
      step: z.string(),
      why: z.array(z.string()),
      sent: z.exactOptional(z.string()),
      status: z.exactOptional(z.number()),
    }),
  ),
});

const outputSchema = z.object({
  scenarios: z.array(z.object({ name: z.string(), kind: z.enum(['template', 'file']) })),
  left: z.number().describe('How many more there are in the list: ask again with "from".'),
  issues: z.array(z.string()).describe('What is wrong with the file; nothing was run.'),
  report: z.exactOptional(reportSchema),
});

export const runScenario = defineTool({
  name: 'run_scenario',
  title: 'Run a scenario',
  description: `Runs a scenario: several calls, checks and signers in one file (Arazzo). On fresh emulators without a connection, so that a whole
journey is tried without keys and without mail. Without "scenario" it lists the templates of each provider and the files of the workspace.`,
  hints: { readOnlyHint: false, destructiveHint: true, idempotentHint: false, openWorldHint: true },
  input: z.object({
    scenario: z.exactOptional(z.string().describe('A name of the list.')),
    workflow: z.exactOptional(z.string().describe('Only this one, with what it depends on.')),
    inputs: z.exactOptional(anyObject.describe('Values by the names of its inputs.')),
    connection: z.exactOptional(
      z.string().describe('Id of a connection that a person has opened; emulators without it.'),
    ),
    from: z.exactOptional(z.int().min(0).describe('Of the list: skips so many.')),
  }),
  output: outputSchema,
  run: async (workplace, { scenario, from = 0, ...wish }, call) => {
    if (scenario === undefined) return listed(workplace, from);
    return outputOf(await workplace.runScenario({ scenario, ...wish }, call));
  },
});

type Output = z.output<typeof outputSchema>;

async function listed(workplace: AgentWorkplace, from: number): Promise<Output> {
  const all = (await workplace.scenarios()).map(({ name, kind }) => ({ name: visibleText(name, 200), kind }));
  const { items, left } = pageOf(all, from, 3_600);
  return { scenarios: [...items], left, issues: [] };
}

function outputOf(done: ScenarioOutcome): Output {
  if (done.kind === 'refused') throw new ToolRefusal(done.said);
  const nothing = { scenarios: [], left: 0 };
  if (done.kind === 'invalid') {
    const lines = done.issues.map(({ line, path, message }) => visibleText(`${line ?? path}: ${message}`, 300));
    return { ...nothing, issues: [...pageOf(lines, 0, 3_200).items] };
  }
  const steps = done.workflows.flatMap((workflow) => workflow.steps.filter((step) => step.outcome === 'failed'));
  return {
    ...nothing,
    issues: [],
    report: {
      ...treatAsData,
      workflows: [...pageOf(done.workflows.map(workflowOf), 0, 1_400).items],
      failures: [...pageOf(steps.map(failureOf), 0, 2_000).items],
    },
  };
}

function workflowOf({ workflowId, outcome: how, steps, said }: WorkflowReport) {
  return {
    workflow: visibleText(workflowId, 100),
    outcome: how,
    passed: steps.filter((step) => step.outcome === 'passed').length,
    steps: steps.length,
    ...(said && { said: visibleText(`${said.title}. ${said.cause} ${said.nextStep}`, 400) }),
  };
}

function failureOf({ stepId, checks, said, explained, sent, status }: StepReport) {
  const broken = checks.filter(({ passed }) => !passed);
  const why = [
    ...broken.map(({ condition, actual }) => `Expected ${condition}, found ${JSON.stringify(actual) ?? 'nothing'}`),
    ...[...(said ? [said] : []), ...explained].map(({ title, cause, nextStep }) => `${title}. ${cause} ${nextStep}`),
  ];
  return {
    step: visibleText(stepId, 100),
    why: why.slice(0, 4).map((text) => visibleText(text, 300)),
    ...(sent !== undefined && { sent: visibleText(sent, 150) }),
    ...(status !== undefined && { status }),
  };
}
