import { t } from '@vscode/l10n';
import type { Issue } from '../../../protocol/form';
import type { JsonObject, JsonValue } from '../../../protocol/json';
import { shortened } from '../../quoting/shortened';
import { joinPointer } from '../../requests/pointer';
import { checkInputPatterns } from '../inputs/inputSchemas';
import { readSource } from '../text/readSource';
import { Components } from './components';
import { Findings } from './findings';
import { numbered, writing } from './mends';
import { readFailureActions, readSuccessActions } from './readActions';
import { readOutputs, readParameters, readStep } from './readStep';
import { checkReferences } from './references/checkReferences';
import type { Scenario, SourceDescription, Workflow } from './scenario';
import { documentObject, infoObject, sourceObject, workflowObject } from './schema';

export interface ReadScenario {
  /** Undefined when there are errors among the issues. */
  readonly scenario: Scenario | undefined;
  /** All with their place. */
  readonly issues: readonly Issue[];
}

/** Reads the text of a scenario file, and checks all that can be checked without its descriptions. */
export function readScenario(text: string, fileName: string): ReadScenario {
  const read = readSource(text, fileName);
  if (read.kind === 'broken') return { scenario: undefined, issues: read.issues };
  const { source } = read;
  const findings = new Findings(source, read.issues);
  const root = findings.piece(scenarioKind, source.value, '');
  if (root === undefined) return { scenario: undefined, issues: findings.issues };
  checkVersion(findings, root.arazzo);
  const info = findings.piece(infoKind, root.info, '/info');
  const components = new Components(findings, root.components);
  const scenario = {
    title: info?.title ?? '',
    source,
    sources: readSources(findings, root.sourceDescriptions),
    workflows: root.workflows.flatMap(
      (value, index) => readWorkflow(findings, components, value, joinPointer('/workflows', index)) ?? [],
    ),
    uses: findings.uses,
  };
  tellRepeated(findings, scenario.workflows, 'workflowId', ({ workflowId }) => workflowId);
  // Names of parts that are left out would be missed.
  if (!findings.hasErrors) checkReferences(findings, scenario);
  return { scenario: findings.hasErrors ? undefined : scenario, issues: findings.issues };
}

const newestVersion = '1.0.1';
const firstInfo = { title: 'New scenario', version: '1.0.0' };
const scenarioKind = {
  schema: documentObject,
  noun: 'scenario' as const,
  newer: ['$self'],
  starts: () => ({ arazzo: newestVersion, info: firstInfo }),
};
const infoKind = { schema: infoObject, noun: 'info' as const, starts: () => firstInfo };
const sourceKind = {
  schema: sourceObject,
  noun: 'source' as const,
  starts: ({ url }: JsonObject) => ({ name: bundledName(url) }),
};
const workflowKind = {
  schema: workflowObject,
  noun: 'workflow' as const,
  starts: (_value: JsonObject, pointer: string) => ({ workflowId: numbered('workflow', pointer) }),
};

/** `esign:name` is called by its name. */
function bundledName(url: JsonValue | undefined): string {
  return (typeof url === 'string' ? /^esign:([A-Za-z0-9_-]+)/.exec(url)?.[1] : undefined) ?? 'api';
}

function checkVersion(findings: Findings, version: string): void {
  if (/^1\.[01]\.\d+(?:-.+)?$/.test(version)) return;
  const message = t('Arazzo "{0}" is not supported: write {1}.', shortened(version), newestVersion);
  findings.error('/arazzo', 'version', message, writing('/arazzo', newestVersion));
}

function readSources(findings: Findings, values: readonly JsonValue[]): readonly SourceDescription[] {
  const sources = values.flatMap((value, index) => {
    const pointer = joinPointer('/sourceDescriptions', index);
    const raw = findings.piece(sourceKind, value, pointer);
    if (raw === undefined) return [];
    return [{ name: raw.name, url: raw.url, type: raw.type, pointer }];
  });
  tellRepeated(findings, sources, 'name', ({ name }) => name);
  return sources;
}

function readWorkflow(
  findings: Findings,
  components: Components,
  value: JsonValue,
  pointer: string,
): Workflow | undefined {
  const raw = findings.piece(workflowKind, value, pointer);
  if (raw === undefined) return undefined;
  const shared = {
    parameters: readParameters(findings, components, raw.parameters, `${pointer}/parameters`),
    onSuccess: readSuccessActions(findings, components, raw.successActions, `${pointer}/successActions`),
    onFailure: readFailureActions(findings, components, raw.failureActions, `${pointer}/failureActions`),
  };
  const steps = raw.steps.flatMap(
    (step, index) => readStep(findings, components, shared, step, joinPointer(pointer, 'steps', index)) ?? [],
  );
  tellRepeated(findings, steps, 'stepId', ({ stepId }) => stepId);
  const inputs = components.schema(raw.inputs, `${pointer}/inputs`);
  checkInputPatterns(findings, inputs, `${pointer}/inputs`);
  return {
    workflowId: raw.workflowId,
    pointer,
    summary: raw.summary,
    inputs,
    dependsOn: raw.dependsOn ?? [],
    steps,
    outputs: readOutputs(findings, raw.outputs, `${pointer}/outputs`),
  };
}

/** What has the same name as one before it. */
function tellRepeated<T extends { readonly pointer: string }>(
  findings: Findings,
  items: readonly T[],
  field: string,
  nameOf: (item: T) => string,
): void {
  const known = new Set<string>();
  for (const item of items) {
    const name = nameOf(item);
    if (known.has(name)) {
      findings.error(
        `${item.pointer}/${field}`,
        'duplicate',
        t('The {0} "{1}" is taken already: choose another one.', field, name),
      );
    }
    known.add(name);
  }
}
