/** Runs the workflows. `send`, `pause` and `held` have to be there: they are the engine's own. */
export const engineText = `const mostRounds = 1000;
const mostDepth = 20;
const longestWait = 300;

/** Runs a workflow with its inputs, and says why it did not pass. */
async function runWorkflow(shared, workflowId, given, depth) {
  const workflow = workflows[workflowId];
  const c = { inputs: named(given), outputs: {}, steps: named(), workflows: shared.workflows, tokens: shared.tokens };
  if (depth > mostDepth) return failure(c, workflowId, "the workflows run each other without end");
  for (const { name, fallback } of workflow.inputs) {
    if (c.inputs[name] === undefined && fallback !== undefined) c.inputs[name] = fallback;
  }
  let result = { passed: true, c };
  let index = 0;
  for (let rounds = 0; index < workflow.steps.length; rounds += 1) {
    if (rounds >= mostRounds * workflow.steps.length) {
      result = failure(c, workflowId, "the workflow does not end");
      break;
    }
    const next = await perform(shared, workflow, workflow.steps[index], c, depth, 0);
    if (next.failure !== undefined) {
      result = next.failure;
      break;
    }
    if (next.end === true) break;
    if (next.workflowId !== undefined) return runWorkflow(shared, next.workflowId, c.inputs, depth + 1);
    index = next.stepId === undefined ? index + 1 : indexOf(workflow, next.stepId);
  }
  c.outputs = workflow.outputs(c);
  shared.workflows[workflowId] = { inputs: c.inputs, outputs: c.outputs };
  return result;
}

/** Names come from the scenario: none may be taken for a member that every object has. */
function named(members) {
  return Object.assign(Object.create(null), members);
}

function failure(c, name, why, checks = []) {
  return { passed: false, c, name, why, checks };
}

function indexOf(workflow, stepId) {
  return workflow.steps.findIndex((step) => step.id === stepId);
}

/** Tries a step as often as its actions say, and tells what comes next. */
async function perform(shared, workflow, step, c, depth, within) {
  const taken = new Map();
  for (;;) {
    const tried = await attempt(shared, step, c, depth);
    c.steps[step.id] = step.outputs === undefined ? {} : step.outputs(c);
    const isMet = ({ when }) => when === undefined || when(c);
    if (tried.passed) {
      held(step.id, tried.checks);
      const action = (step.onSuccess || []).find(isMet);
      return action === undefined ? {} : { end: action.type === "end", ...action.goal };
    }
    const isLeft = ({ name, type, limit }) => type !== "retry" || (taken.get(name) || 0) < limit;
    const action = (step.onFailure || []).find((one) => isMet(one) && isLeft(one));
    if (action === undefined || action.type === "end") {
      return { failure: failure(c, step.id, tried.why, tried.checks) };
    }
    if (action.type === "goto") return action.goal;
    taken.set(action.name, (taken.get(action.name) || 0) + 1);
    const seconds = waitOf(c.reply, action.afterSeconds);
    if (seconds > longestWait || within >= mostDepth) return { failure: failure(c, step.id, "the next try is too far") };
    if (seconds > 0) await pause(seconds);
    const { workflowId, stepId } = action.goal || {};
    if (workflowId !== undefined) await runWorkflow(shared, workflowId, c.inputs, depth + 1);
    if (stepId !== undefined) {
      await perform(shared, workflow, workflow.steps[indexOf(workflow, stepId)], c, depth, within + 1);
    }
  }
}

function waitOf(reply, seconds) {
  const told = reply === undefined ? "" : text(reply.headers["retry-after"] || "").trim();
  if (/^[0-9]{1,9}$/.test(told)) return Number(told);
  const date = told === "" ? NaN : Date.parse(told);
  return Number.isNaN(date) ? seconds : Math.max(0, (date - Date.now()) / 1000);
}

async function attempt(shared, step, c, depth) {
  c.request = undefined;
  c.reply = undefined;
  try {
    if (step.workflow !== undefined) {
      const inner = await runWorkflow(shared, step.workflow, step.inputs(c), depth + 1);
      Object.assign(c, { outputs: inner.c.outputs, request: inner.c.request, reply: inner.c.reply });
      if (!inner.passed) return { passed: false, why: inner.name + ": " + inner.why, checks: inner.checks };
    } else {
      await exchange(step, c);
    }
  } catch (error) {
    return { passed: false, why: error.message, checks: [] };
  }
  const checks = step.checks.map(([condition, holds]) => ({ condition, passed: holds(c) }));
  const broken = checks.filter(({ passed }) => !passed).map(({ condition }) => condition);
  const found = c.reply === undefined ? "" : ", but the status is " + c.reply.status;
  return { passed: broken.length === 0, why: "expected " + broken.join(", ") + found, checks };
}

/** Sends what a step asks for. A token that is refused is fetched anew, once. */
async function exchange(step, c) {
  if (step.api !== undefined) await fetchTokens(step.api, c);
  for (let isFirst = true; ; isFirst = false) {
    const request = step.request(c);
    c.request = { ...request, body: typeof request.body === "string" ? jsonOf(request.body) : undefined };
    c.reply = await send({ ...request, name: step.id, timeoutMs: step.timeoutMs });
    if (!isFirst || step.api === undefined || !isRefused(apis[step.api], c.reply)) return;
    delete c.tokens[step.api];
    await fetchTokens(step.api, c);
  }
}

function isRefused({ tokenCalls, refusals }, { status, body }) {
  if (tokenCalls.length === 0) return false;
  if (status === 401) return refusals.includes("status 401");
  if (at(body, ["error"]) === "invalid_token") return refusals.includes("invalid_token");
  return status === 200 && body === null && refusals.includes("null");
}

async function fetchTokens(api, c) {
  if (c.tokens[api] !== undefined) return;
  const found = named();
  for (const { name, request } of apis[api].tokenCalls) {
    const reply = await send({ ...request({ ...c, tokens: { [api]: found } }), name });
    if (reply.status < 200 || reply.status > 299) throw new Error(name + " was answered with " + reply.status);
    found[name] = reply.body;
  }
  c.tokens[api] = found;
}
`;
