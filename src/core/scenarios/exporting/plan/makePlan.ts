import { t } from '@vscode/l10n';
import type { Issue } from '../../../../protocol/form';
import { parseBaseUrl } from '../../../addresses/baseUrl';
import { isList, isObject } from '../../../json/jsonKinds';
import type { Operation } from '../../../operation';
import type { Provider } from '../../../provider';
import { keysOf } from '../../../typing/keysOf';
import { Findings } from '../../document/findings';
import { isSecretInput, isTextInput, propertiesOf } from '../../inputs/inputs';
import type { LinkedScenario, LinkedStep, LinkedWorkflow } from '../../linking/linkedScenario';
import { workflowsOf } from '../../linking/linkScenario';
import { planRun } from '../../running/plan';
import { namedStep } from '../../running/result';
import type {
  ExportPlan,
  NamedValue,
  PlannedApi,
  PlannedCall,
  PlannedInput,
  PlannedStep,
  PlannedWorkflow,
} from './exportPlan';
import { type Names, namesOf } from './names';
import { sketchOf } from './openValue';
import { AuthorizationTracer, refusalsOf } from './planAuthorization';
import { planActions, planStepChecks } from './planChecks';
import type { PlanContext, PlanPorts } from './planContext';
import { mark, planStepRequest, refuseSecret } from './planRequest';
import { planOutputs, planTemplate, planValue } from './planValue';

export interface MadePlan {
  /** Undefined when there are errors among the issues. */
  readonly plan: ExportPlan | undefined;
  readonly issues: readonly Issue[];
}

/** What a scenario does, ready to be written in another language. Nothing is sent. */
export async function makePlan(scenario: LinkedScenario, ports: PlanPorts): Promise<MadePlan> {
  const findings = new Findings(scenario.source);
  const context = { ports, findings, lineOf: (pointer: string) => scenario.source.placeOf(pointer).line };
  const starts = planRun(scenario, ports.workflow).flat();
  const reached = reachedFrom(scenario, starts);
  const apis = new Apis(context);
  const workflows: PlannedWorkflow[] = [];
  for (const workflow of reached) workflows.push(await planWorkflow(context, apis, scenario, workflow));
  const plan = {
    file: ports.file,
    title: scenario.title,
    apis: await apis.planned(),
    workflows,
    starts: starts.map(({ workflowId }) => workflowId),
  };
  return { plan: findings.hasErrors ? undefined : plan, issues: findings.issues };
}

/** With those that they run, in the order of the file. */
function reachedFrom({ workflows }: LinkedScenario, starts: readonly LinkedWorkflow[]): readonly LinkedWorkflow[] {
  const reached = new Set(starts);
  for (const one of reached) {
    const called = one.steps.flatMap(workflowsOf);
    for (const other of workflows) if (called.includes(other.workflowId)) reached.add(other);
  }
  return workflows.filter((one) => reached.has(one));
}

/** The APIs that are called, with what authorizes calls of each. */
class Apis {
  readonly #context: PlanContext;
  readonly #known = new Map<string, { readonly provider: Provider; readonly tracer: AuthorizationTracer }>();

  constructor(context: PlanContext) {
    this.#context = context;
  }

  async use(id: string): Promise<void> {
    if (this.#known.has(id)) return;
    const provider = await this.#context.ports.provider(id);
    if (provider === undefined) throw new Error(`"${id}" was linked, and is not there.`);
    this.#known.set(id, { provider, tracer: new AuthorizationTracer(provider, await credentialFields(provider)) });
  }

  /** Calls of the emulator's own are for everybody. */
  async headersOf(api: string, called: Provider, operation: Operation): Promise<readonly NamedValue[]> {
    const tracer = called.id === api ? this.#known.get(api)?.tracer : new AuthorizationTracer(called, []);
    return tracer?.headersOf(operation) ?? [];
  }

  async planned(): Promise<readonly PlannedApi[]> {
    return Promise.all([...this.#known.values()].map(({ provider, tracer }) => this.#api(provider, tracer)));
  }

  async #api(provider: Provider, tracer: AuthorizationTracer): Promise<PlannedApi> {
    const { ports } = this.#context;
    const { id, title, environments } = provider;
    const base = parseBaseUrl(ports.baseUrlOf(provider));
    const baseUrl = base.kind === 'refused' ? ports.baseUrlOf(provider) : base.url;
    const fields = await credentialFields(provider);
    return {
      id,
      title,
      variable: ports.variableOf(id, 'baseUrl'),
      baseUrl,
      hosts: environments.find((one) => one.baseUrl === baseUrl)?.hosts ?? {},
      liveUrls: environments.filter(({ live }) => live).map((one) => one.baseUrl),
      credentials: fields.map((field) => ({ field, variable: ports.variableOf(id, field) })),
      tokenCalls: tracer.calls,
      refusals: refusalsOf(provider),
    };
  }
}

/** Those of the demo account, so that what is exported runs on the emulator; otherwise of the first kind. */
async function credentialFields({ emulator, auth }: Provider): Promise<readonly string[]> {
  const demo = await emulator?.();
  if (demo !== undefined) return Object.keys(demo.credentials);
  const [first] = auth.kinds;
  return first === undefined ? [] : keysOf(first.fields.shape);
}

async function planWorkflow(
  context: PlanContext,
  apis: Apis,
  scenario: LinkedScenario,
  workflow: LinkedWorkflow,
): Promise<PlannedWorkflow> {
  const { workflowId, pointer, summary } = workflow;
  const steps: PlannedStep[] = [];
  for (const step of workflow.steps) {
    const called = step.target.kind === 'workflow' ? step.target.workflowId : undefined;
    const names = namesOf(scenario, workflow, context.ports.inputs, called);
    const call = await planCall(context, apis, step, names);
    refuseGivenSecrets(context, scenario, step, names);
    if (call !== undefined) steps.push(planStep(context, step, call, names));
  }
  const outputs = planOutputs(workflow.outputs, namesOf(scenario, workflow, context.ports.inputs));
  const inputs = planInputs(context, workflow);
  return { workflowId, pointer, line: context.lineOf(pointer), summary, inputs, steps, outputs };
}

/** What a step gives to a secret input of the workflow that it runs. */
function refuseGivenSecrets(context: PlanContext, scenario: LinkedScenario, step: LinkedStep, names: Names): void {
  const { target, parameters } = step;
  if (target.kind !== 'workflow') return;
  const inner = scenario.workflows.find(({ workflowId }) => workflowId === target.workflowId);
  const properties = propertiesOf(inner?.inputs ?? {});
  for (const { name, value } of parameters) {
    if (!isSecretInput(Object.hasOwn(properties, name) ? (properties[name] ?? null) : null)) continue;
    refuseSecret(context, step, t('the input {0}', name), sketchOf(planValue(value, names), mark, names.written));
  }
}

function planStep(context: PlanContext, step: LinkedStep, call: PlannedCall, names: Names): PlannedStep {
  const { pointer, timeoutMs } = step;
  return {
    ...namedStep(step),
    line: context.lineOf(pointer),
    call,
    checks: planStepChecks(context, step, names),
    outputs: planOutputs(step.outputs, names),
    onSuccess: planActions(context, step.onSuccess, names),
    onFailure: planActions(context, step.onFailure, names),
    timeoutMs,
  };
}

async function planCall(
  context: PlanContext,
  apis: Apis,
  step: LinkedStep,
  names: Names,
): Promise<PlannedCall | undefined> {
  const { target } = step;
  switch (target.kind) {
    case 'workflow': {
      const inputs = step.parameters.map(({ name, value }) => ({ name, value: planValue(value, names) }));
      return { kind: 'workflow', workflowId: target.workflowId, inputs };
    }
    case 'page': {
      await apis.use(target.connection);
      const { connection: api, method, url } = target;
      const form = step.body?.payload && planValue(step.body.payload, names);
      return { kind: 'page', api, method, link: planTemplate(url, names), form };
    }
    case 'operation': {
      await apis.use(target.connection);
      const authorize = (operation: Operation) => apis.headersOf(target.connection, target.provider, operation);
      const request = await planStepRequest(context, step, target, names, authorize);
      return request && { kind: 'request', request };
    }
  }
}

function planInputs({ ports, findings }: PlanContext, workflow: LinkedWorkflow): readonly PlannedInput[] {
  const { inputs: schema, pointer } = workflow;
  const required = isList(schema['required']) ? schema['required'] : [];
  return Object.entries(propertiesOf(schema)).map(([name, property]) => {
    const isSecret = isSecretInput(property);
    const standard = isObject(property) ? property['default'] : undefined;
    const given = Object.hasOwn(ports.inputs, name) ? ports.inputs[name] : undefined;
    const variable = ports.variableOf('input', name);
    if (isSecret && given !== undefined) {
      const message = t(
        '"{0}" is a secret and would stand in the exported file: set {1} when it runs.',
        name,
        variable,
      );
      findings.error(`${pointer}/inputs`, 'secret', message);
    }
    const fallback = isSecret ? undefined : (given ?? standard);
    return {
      name,
      variable,
      isText: isTextInput(property),
      isSecret,
      isRequired: required.includes(name) || isSecret,
      fallback,
    };
  });
}
