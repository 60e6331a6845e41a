import { jsKey, jsLiteral, jsObject, jsValue } from '../javascript/jsText';
import { apiConstants, inputText, outputsText } from '../javascript/scenarioText';
import type { ExportPlan } from '../plan/exportPlan';
import type { LinearScope } from '../plan/linearSteps';

/** What each workflow is given and gives. A workflow that is run in place has a scope of its own. */
export function scopesText({ apis }: ExportPlan, used: readonly LinearScope[]): string {
  const all = withOuter(used);
  const api = apis.map((one) => `  ${jsLiteral(one.id)}: {${apiConstants(one)}  },\n`);
  return `const apis = {\n${api.join('')}};

const tokens = Object.create(null);

const scopes = {
${all.map((scope) => `  ${jsKey(scope.prefix)}: ${scopeText(scope)},\n`).join('')}};

const opened = new Map();

/** Outputs of a workflow that is run in place, or that came before, are read when they are asked for. */
function scopeOf(prefix) {
  if (opened.has(prefix)) return opened.get(prefix);
  const { inputs, inner } = scopes[prefix];
  const c = { inputs: inputs(), steps: Object.create(null), workflows: Object.create(null), tokens };
  for (const [stepId, [below, outputs]] of Object.entries(inner)) {
    const get = () => outputs({ ...c, outputs: scopes[below].outputs(scopeOf(below)) });
    Object.defineProperty(c.steps, stepId, { enumerable: true, get });
  }
  for (const [other, { workflowId, isStart, outputs }] of Object.entries(scopes)) {
    const get = () => ({ inputs: scopeOf(other).inputs, outputs: outputs(scopeOf(other)) });
    if (isStart) Object.defineProperty(c.workflows, workflowId, { enumerable: true, get });
  }
  opened.set(prefix, c);
  return c;
}
`;
}

function withOuter(used: readonly LinearScope[]): readonly LinearScope[] {
  const all = new Set(used);
  for (const scope of all) {
    for (const start of scope.starts.values()) all.add(start);
    for (const inner of scope.inner.values()) all.add(inner);
    if (scope.given !== undefined) all.add(scope.given.scope);
  }
  return [...all];
}

function scopeText({ workflow, given, inner }: LinearScope): string {
  const steps = [...inner].map(([stepId, below]) => {
    const outputs = workflow.steps.find((step) => step.stepId === stepId)?.outputs ?? [];
    return [stepId, `[${jsLiteral(below.prefix)}, (c) => (${outputsText(outputs)})]`] as const;
  });
  return `{
    workflowId: ${jsLiteral(workflow.workflowId)},
    isStart: ${given === undefined},
    inputs: () => ${inputsText({ workflow, given })},
    outputs: (c) => (${outputsText(workflow.outputs)}),
    inner: ${jsObject(steps)},
  }`;
}

function inputsText({ workflow, given }: Pick<LinearScope, 'workflow' | 'given'>): string {
  if (given === undefined) return `inputsOf([${workflow.inputs.map(inputText).join(', ')}])`;
  const standard = workflow.inputs.flatMap(({ name, fallback }) =>
    fallback === undefined ? [] : [[name, fallback] as const],
  );
  const members = [...given.values].map(([name, value]) => ({ name, value }));
  const values = jsValue({ kind: 'object', members });
  return `((c) => ({ ...${jsLiteral(Object.fromEntries(standard))}, ...${values} }))(scopeOf(${jsLiteral(given.scope.prefix)}))`;
}
