import type { ExportPlan } from '../plan/exportPlan';
import { apisText } from './apisText';
import { engineText } from './engineText';
import { headText } from './headText';
import { importLine } from './importLine';
import { jsLiteral } from './jsText';
import { scenarioConstants } from './scenarioText';
import { valuesText } from './valuesText';

/** A script for k6 (k6.io), which runs it as well in its cloud and with its operator for Kubernetes. */
export function writeK6(plan: ExportPlan): string {
  return `${headText(plan, ['k6 run FILE', 'k6 run --vus 50 --duration 1m FILE'], 'k6 run -e NAME=VALUE FILE')}
${importLine('http', 'k6/http')}
${importLine('{ check, fail, sleep }', 'k6')}

export const options = {
  vus: 1,
  iterations: 1,
  thresholds: { checks: ["rate==1"] },
};

function readEnvironment() {
  return __ENV;
}

${scenarioConstants(plan)}
const starts = ${jsLiteral(plan.starts)};

/** Once, before anybody starts: what is missing ends the test. */
export function setup() {
  for (const api of Object.keys(apis)) addressOf(api);
  for (const workflowId of starts) inputsOf(workflows[workflowId].inputs);
}

export default async function () {
  const shared = { workflows: {}, tokens: {} };
  for (const workflowId of starts) {
    const result = await runWorkflow(shared, workflowId, inputsOf(workflows[workflowId].inputs), 0);
    if (result.passed) continue;
    const isAsked = result.checks.some(({ passed }) => !passed);
    held(result.name, isAsked ? result.checks : [{ condition: result.why, passed: false }]);
    fail(workflowId + ", " + result.name + ": " + result.why);
  }
}

async function send({ method, url, headers, body, name, timeoutMs }) {
  const limit = timeoutMs === undefined ? {} : { timeout: timeoutMs + "ms" };
  const bytes = body instanceof Uint8Array ? body.buffer : body === undefined ? null : body;
  const reply = http.request(method, url, bytes, { headers, tags: { name }, ...limit });
  if (reply.status === 0) throw new Error("no reply: " + reply.error);
  return replyOf(reply.status, reply.headers, reply.body);
}

async function pause(seconds) {
  sleep(seconds);
}

/** What of a step was asked, for the report. */
function held(stepId, checks) {
  for (const { condition, passed } of checks) check(passed, { [stepId + ": " + condition]: (value) => value });
}

${apisText}
${valuesText}
${engineText}`;
}
