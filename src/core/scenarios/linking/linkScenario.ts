import { t } from '@vscode/l10n';
import type { Mend } from '../../../protocol/form';
import { shortened } from '../../quoting/shortened';
import { Findings } from '../document/findings';
import { writing } from '../document/mends';
import { goalOf } from '../document/references/goalOf';
import type { Scenario, ScenarioStep, Workflow } from '../document/scenario';
import { constantOf } from '../running/requestOf';
import type { SourceCalls } from './callsOf';
import { checkCalled } from './checkCalled';
import { checkStep } from './checkStep';
import { type FileChain, type ForeignFile, foreignFiles } from './foreignFiles';
import { renamedWorkflows, resolvedGoals, resolvedId } from './foreignWorkflows';
import type { LinkedStep, LinkedWorkflow, LinkOutcome, LinkPorts, StepTarget } from './linkedScenario';
import { meansToFail } from './meansToFail';
import { resolveSources } from './resolveSources';
import { type LinkContext, missingSource, operationNamed, severalSources } from './sourceMends';

/** Finds the operations and the workflows of other files that steps name, and checks what they send as far as it is known. */
export function linkScenario(scenario: Scenario, ports: LinkPorts): Promise<LinkOutcome> {
  return link(scenario, ports, { files: [ports.fileName ?? ''], read: new Set(), link });
}

async function link(scenario: Scenario, ports: LinkPorts, chain: FileChain): Promise<LinkOutcome> {
  const findings = new Findings(scenario.source);
  const sources = await resolveSources(findings, scenario.sources, ports);
  const files = await foreignFiles(findings, scenario, ports, chain);
  const context: LinkContext = { findings, scenario, sources, ports };
  const own = scenario.workflows.map((workflow) => linkWorkflow(context, files, workflow));
  checkCalled(context, files);
  const workflows = withReach([...own, ...renamedWorkflows(files)], own);
  return { scenario: findings.hasErrors ? undefined : { ...scenario, workflows }, issues: findings.issues };
}

type Unreached = Omit<LinkedWorkflow, keyof Reach>;

function linkWorkflow(context: LinkContext, files: ReadonlyMap<string, ForeignFile>, workflow: Workflow): Unreached {
  const home = { source: context.scenario.source, file: undefined };
  const resolve = (id: string, pointer: string) => resolvedId(context, files, id, pointer);
  return {
    ...workflow,
    home,
    prefix: '',
    dependsOn: workflow.dependsOn.map((id, index) => resolve(id, `${workflow.pointer}/dependsOn/${index}`)),
    steps: workflow.steps.flatMap((step) => {
      const target = targetOf(context, step, resolve);
      if (target === undefined) return [];
      const goals = resolvedGoals(step, resolve);
      const constant = target.kind === 'operation' ? constantOf(step) : undefined;
      const linked = { ...step, ...goals, home, target, constant, meansToFail: meansToFail(step) };
      if (target.kind === 'operation') checkStep(context.findings, linked, target);
      return [linked];
    }),
  };
}

type Resolve = (id: string, pointer: string) => string;

function targetOf(context: LinkContext, { call }: ScenarioStep, resolve: Resolve): StepTarget | undefined {
  const { findings } = context;
  switch (call.kind) {
    case 'workflow':
      return { kind: 'workflow', workflowId: resolve(call.workflowId, call.pointer) };
    case 'page': {
      const connection = emulatorOf(context, undefined, call.pointer);
      return connection === undefined ? undefined : { kind: 'page', url: call.url, method: call.method, connection };
    }
    case 'operation': {
      const calls = sourceOf(context, call.source, call.pointer, call.id);
      if (calls === undefined) return undefined;
      const meant = calls.nearest(call.id);
      const advice = meant === undefined ? [] : [t('Did you mean "{0}"?', meant)];
      const message = t('There is no operation "{0}" of {1}.', shortened(call.id), calls.provider.title);
      const missing = {
        message: [message, ...advice].join(' '),
        mend: meant === undefined ? undefined : writing(call.pointer, operationNamed(call.source, meant)),
      };
      return operationTarget(context, calls, calls.named(call.id), call.pointer, missing);
    }
    case 'path': {
      const calls = sourceOf(context, call.source, call.pointer);
      if (calls === undefined) return undefined;
      if (call.method === undefined) {
        findings.error(call.pointer, 'call', t('The method is missing at the end, such as /get.'));
        return undefined;
      }
      const message = t('{0} has no call {1} {2}.', calls.provider.title, call.method, shortened(call.path));
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
    findings.error(pointer, 'source', t('There is no source "{0}" in sourceDescriptions.', name), mend);
    return undefined;
  }
  const isForeign = scenario.sources.some((source) => source.name === name && source.type === 'arazzo');
  if (isForeign) {
    const message = t('"{0}" is a scenario and has workflows: run one with workflowId.', shortened(name ?? ''));
    findings.error(pointer, 'source', message);
    return undefined;
  }
  const [only, ...others] = scenario.sources.filter(({ type }) => type !== 'arazzo');
  if (name === undefined && others.length > 0) {
    const example = `$sourceDescriptions.${only?.name ?? ''}.OPERATION`;
    const message = t('There are several sources: say which one is meant, as in {0}.', example);
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
      ? t('It is not known whose emulator is meant: name the API in sourceDescriptions, such as esign:NAME.')
      : t(
          'There are several APIs: write {0} in sourceDescriptions.',
          providers.map((id) => `esign:emulator/${id}`).join(t(' or ')),
        );
  findings.error(pointer, 'source', message);
  return undefined;
}

type Reach = Pick<LinkedWorkflow, 'providers' | 'needsEmulator'>;

/** Those of this file and those that they run, with what each of them calls together with all that it runs. */
function withReach(all: readonly Unreached[], own: readonly Unreached[]): readonly LinkedWorkflow[] {
  const byId = new Map(all.map((workflow) => [workflow.workflowId, workflow]));
  const needed = new Set(own.flatMap((workflow) => [...reachedFrom(byId, workflow)]));
  return all.filter((one) => needed.has(one)).map((one) => ({ ...one, ...reachOf([...reachedFrom(byId, one)]) }));
}

function reachedFrom(byId: ReadonlyMap<string, Unreached>, workflow: Unreached): ReadonlySet<Unreached> {
  const reached = new Set<Unreached>([workflow]);
  // What is added meanwhile is gone through as well.
  for (const { steps, dependsOn } of reached) {
    for (const id of [...steps.flatMap(workflowsOf), ...dependsOn]) {
      const next = byId.get(id);
      if (next !== undefined) reached.add(next);
    }
  }
  return reached;
}

function reachOf(reached: readonly Unreached[]): Reach {
  const targets = reached.flatMap(({ steps }) => steps.map(({ target }) => target));
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
