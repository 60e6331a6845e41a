import type { Issue, Mend } from '../../../protocol/form';
import { shortened } from '../../quoting/shortened';
import { goalOf } from '../document/checkReferences';
import { Findings } from '../document/findings';
import { writing } from '../document/mends';
import type { Scenario, ScenarioStep, Workflow } from '../document/scenario';
import type { SourceCalls } from './callsOf';
import { checkStep } from './checkStep';
import type { LinkedScenario, LinkedStep, LinkedWorkflow, LinkPorts, StepTarget } from './linkedScenario';
import { meansToFail } from './meansToFail';
import { resolveSources } from './resolveSources';
import { type LinkContext, missingSource, operationNamed, severalSources } from './sourceMends';

export interface LinkOutcome {
  /** Undefined when there are errors among the issues. */
  readonly scenario: LinkedScenario | undefined;
  readonly issues: readonly Issue[];
}

/** Finds the operations that steps name, and checks what they send as far as it is known. */
export async function linkScenario(scenario: Scenario, ports: LinkPorts): Promise<LinkOutcome> {
  const findings = new Findings(scenario.source);
  const sources = await resolveSources(findings, scenario.sources, ports);
  const context: LinkContext = { findings, scenario, sources, ports };
  const steps = new Map(scenario.workflows.map((workflow) => [workflow.workflowId, linkSteps(context, workflow)]));
  const workflows = scenario.workflows.map((workflow) => ({
    ...workflow,
    steps: steps.get(workflow.workflowId) ?? [],
    ...reachOf(scenario, steps, workflow),
  }));
  return { scenario: findings.hasErrors ? undefined : { ...scenario, workflows }, issues: findings.issues };
}

function linkSteps(context: LinkContext, workflow: Workflow): readonly LinkedStep[] {
  return workflow.steps.flatMap((step) => {
    const target = targetOf(context, step);
    if (target === undefined) return [];
    const linked = { ...step, target, meansToFail: meansToFail(step) };
    if (target.kind === 'operation') checkStep(context.findings, linked, target);
    return [linked];
  });
}

function targetOf(context: LinkContext, { call }: ScenarioStep): StepTarget | undefined {
  const { findings } = context;
  switch (call.kind) {
    case 'workflow':
      return { kind: 'workflow', workflowId: call.workflowId };
    case 'page': {
      const connection = emulatorOf(context, undefined, call.pointer);
      return connection === undefined ? undefined : { kind: 'page', url: call.url, method: call.method, connection };
    }
    case 'operation': {
      const calls = sourceOf(context, call.source, call.pointer, call.id);
      if (calls === undefined) return undefined;
      const meant = calls.nearest(call.id);
      const advice = meant === undefined ? '' : ` Did you mean "${meant}"?`;
      const missing = {
        message: `There is no operation "${shortened(call.id)}" of ${calls.provider.title}.${advice}`,
        mend: meant === undefined ? undefined : writing(call.pointer, operationNamed(call.source, meant)),
      };
      return operationTarget(context, calls, calls.named(call.id), call.pointer, missing);
    }
    case 'path': {
      const calls = sourceOf(context, call.source, call.pointer);
      if (calls === undefined) return undefined;
      if (call.method === undefined) {
        findings.error(call.pointer, 'call', 'The method is missing at the end, such as /get.');
        return undefined;
      }
      const message = `${calls.provider.title} has no call ${call.method} ${shortened(call.path)}.`;
      return operationTarget(context, calls, calls.at(call.path, call.method), call.pointer, { message });
    }
  }
}

function operationTarget(
  context: LinkContext,
  calls: SourceCalls,
  [first, ...others]: SourceCalls['provider']['operations'],
  pointer: string,
  missing: { readonly message: string; readonly mend?: Mend | undefined },
): StepTarget | undefined {
  if (first === undefined) {
    context.findings.error(pointer, 'call', missing.message, missing.mend);
    return undefined;
  }
  const { provider, isControl } = calls;
  const connection = isControl ? emulatorOf(context, calls.emulatorOf, pointer) : provider.id;
  return connection === undefined
    ? undefined
    : { kind: 'operation', provider, operations: [first, ...others], connection, isControl };
}

/** The source that a call names; the only one where it names none. */
function sourceOf(
  context: LinkContext,
  name: string | undefined,
  pointer: string,
  operationId?: string,
): SourceCalls | undefined {
  const { findings, scenario, sources } = context;
  if (name !== undefined && !scenario.sources.some((source) => source.name === name)) {
    const mend = missingSource(context, name, pointer);
    findings.error(pointer, 'source', `There is no source "${name}" in sourceDescriptions.`, mend);
    return undefined;
  }
  const [only, ...others] = scenario.sources;
  if (name === undefined && others.length > 0) {
    const example = `$sourceDescriptions.${only?.name ?? ''}.OPERATION`;
    const message = `There are several sources: say which one is meant, as in ${example}.`;
    findings.error(pointer, 'source', message, severalSources(context, operationId, pointer));
    return undefined;
  }
  // One that stands for nothing was told where it is written.
  return sources.get(name ?? only?.name ?? '');
}

/** Whose emulator is meant: the one that is named, or that of the only provider. */
function emulatorOf(
  { findings, sources }: LinkContext,
  named: string | undefined,
  pointer: string,
): string | undefined {
  if (named !== undefined) return named;
  const providers = [
    ...new Set([...sources.values()].flatMap(({ provider, isControl }) => (isControl ? [] : [provider.id]))),
  ];
  const [only, ...others] = providers;
  if (only !== undefined && others.length === 0) return only;
  const message =
    only === undefined
      ? 'It is not known whose emulator is meant: name the API in sourceDescriptions, such as esign:NAME.'
      : `There are several APIs: write ${providers.map((id) => `esign:emulator/${id}`).join(' or ')} in sourceDescriptions.`;
  findings.error(pointer, 'source', message);
  return undefined;
}

type Reach = Pick<LinkedWorkflow, 'providers' | 'needsEmulator'>;

/** What a workflow calls with all workflows that it runs. */
function reachOf(scenario: Scenario, steps: ReadonlyMap<string, readonly LinkedStep[]>, workflow: Workflow): Reach {
  const reached = new Set<string>();
  const targets: StepTarget[] = [];
  const open = [workflow.workflowId];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (reached.has(id)) continue;
    reached.add(id);
    const own = steps.get(id) ?? [];
    targets.push(...own.map(({ target }) => target));
    open.push(
      ...own.flatMap(workflowsOf),
      ...(scenario.workflows.find((one) => one.workflowId === id)?.dependsOn ?? []),
    );
  }
  const connections = targets.flatMap((target) => (target.kind === 'workflow' ? [] : [target.connection]));
  const needsEmulator = targets.some(
    (target) => target.kind === 'page' || (target.kind === 'operation' && target.isControl),
  );
  return { providers: [...new Set(connections)], needsEmulator };
}

/** Those that a step may run. */
export function workflowsOf({ target, onSuccess, onFailure }: LinkedStep): readonly string[] {
  const goals = [...onSuccess, ...onFailure].flatMap((action) => goalOf(action) ?? []);
  const called = goals.flatMap((goal) => (goal.kind === 'workflow' ? [goal.workflowId] : []));
  return target.kind === 'workflow' ? [target.workflowId, ...called] : called;
}
