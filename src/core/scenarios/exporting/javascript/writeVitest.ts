import type { ExportPlan } from '../plan/exportPlan';
import { apisText } from './apisText';
import { engineText } from './engineText';
import { headText } from './headText';
import { importLine } from './importLine';
import { jsLiteral } from './jsText';
import { scenarioConstants } from './scenarioText';
import { valuesText } from './valuesText';

/** A test file for Vitest, one test for each workflow; it needs no other package. */
export function writeVitest(plan: ExportPlan): string {
  const tests = plan.starts.map(
    (workflowId) => `test(${jsLiteral(workflowId)}, { timeout: 600_000 }, () => play(${jsLiteral(workflowId)}));\n`,
  );
  return `${headText(plan, ['npx vitest run FILE'], 'NAME=VALUE npx vitest run FILE')}
${importLine('{ expect, test }', 'vitest')}

function readEnvironment() {
  return process.env;
}

${scenarioConstants(plan)}
const shared = { workflows: {}, tokens: {} };

${tests.join('\n')}
async function play(workflowId) {
  const result = await runWorkflow(shared, workflowId, inputsOf(workflows[workflowId].inputs), 0);
  expect(result.passed ? "" : result.name + ": " + result.why).toBe("");
}

async function send({ method, url, headers, body, timeoutMs }) {
  const signal = AbortSignal.timeout(timeoutMs === undefined ? 60_000 : timeoutMs);
  const reply = await fetch(url, { method, headers, body, signal });
  return replyOf(reply.status, Object.fromEntries(reply.headers), await reply.text());
}

async function pause(seconds) {
  await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
}

/** What of a step was asked. */
function held(stepId, checks) {
  for (const { condition, passed } of checks) expect(passed, stepId + ": " + condition).toBe(true);
}

${apisText}
${valuesText}
${engineText}`;
}
