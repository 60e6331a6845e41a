import path from 'node:path';
import { parseBaseUrl } from '../../core/addresses/baseUrl';
import { webUrl } from '../../core/addresses/webAddress';
import type { Operation } from '../../core/operation';
import type { Provider } from '../../core/provider';
import { writeArtillery } from '../../core/scenarios/exporting/artillery/writeArtillery';
import { writeHttp } from '../../core/scenarios/exporting/http/writeHttp';
import { writeK6 } from '../../core/scenarios/exporting/javascript/writeK6';
import { writeVitest } from '../../core/scenarios/exporting/javascript/writeVitest';
import type { ExportPlan } from '../../core/scenarios/exporting/plan/exportPlan';
import { makePlan } from '../../core/scenarios/exporting/plan/makePlan';
import type { WrittenExport } from '../../core/scenarios/exporting/writtenExport';
import { propertiesOf, readInput } from '../../core/scenarios/inputs/inputs';
import type { LinkedScenario } from '../../core/scenarios/linking/linkedScenario';
import { emulatorControl } from '../../emulator/controlProvider';
import type { JsonObject } from '../../protocol/json';
import type { ProblemText } from '../../protocol/reply';
import { attachmentReader } from '../attachments';
import { environmentName } from '../environmentName';
import { type FileIssue, fileIssue } from '../fileIssue';
import type { Workplace } from '../workplace';
import type { ExportTarget } from './exportTargets';
import { loadScenario, unknownInput } from './loadScenario';
import { liveExport, noAddress, noSuchEnvironment, noSuchInput, noSuchWorkflow, onlyOnEmulator } from './scenarioWords';

export interface ExportOptions {
  readonly target: ExportTarget;
  readonly workflow: string | undefined;
  /** As texts, from the command line. */
  readonly inputs: Readonly<Record<string, string>>;
  /** An environment of the provider, whose address becomes the one that the file sends to by itself. */
  readonly connection: string | undefined;
  readonly baseUrl: string | undefined;
}

export interface ExportedScenario {
  /** Undefined when it was refused. */
  readonly text: string | undefined;
  /** Of the file, and of what the engine cannot do. */
  readonly issues: readonly FileIssue[];
  /** Why it was refused, where no line of the file is the reason. */
  readonly said?: ProblemText;
}

const writers: Readonly<Record<ExportTarget, (plan: ExportPlan) => WrittenExport>> = {
  k6: (plan) => ({ text: writeK6(plan), remarks: [] }),
  vitest: (plan) => ({ text: writeVitest(plan), remarks: [] }),
  artillery: writeArtillery,
  http: writeHttp,
};

/** A scenario file as a file of another tool. Nothing is sent, and no credential is read. */
export async function exportScenario(
  workplace: Workplace,
  file: string,
  options: ExportOptions,
): Promise<ExportedScenario> {
  const loaded = await loadScenario(workplace, file);
  const { scenario, issues: read } = loaded;
  if (scenario === undefined) return { text: undefined, issues: read };
  const unknown = unknownInput([loaded], Object.keys(options.inputs));
  const said = unknown === undefined ? await refusal(workplace, scenario, options) : noSuchInput(unknown);
  if (said !== undefined) return { text: undefined, issues: read, said };
  const { plan, issues: planned } = await makePlan(scenario, planPorts(workplace, file, scenario, options));
  const issues = [...read, ...planned.map((issue) => fileIssue(file, issue))];
  if (plan === undefined) return { text: undefined, issues };
  const { text, remarks } = writers[options.target](plan);
  const told = remarks.map(({ pointer, severity, message }) =>
    fileIssue(file, { pointer, severity, message, code: 'not_exported', place: scenario.source.placeOf(pointer) }),
  );
  return { text, issues: [...issues, ...told] };
}

function planPorts(
  { registry, cwd }: Workplace,
  file: string,
  scenario: LinkedScenario,
  { workflow, inputs, ...place }: ExportOptions,
) {
  return {
    file: path.basename(file),
    workflow,
    inputs: givenInputs(scenario, inputs),
    provider: (id: string) => registry.provider(id),
    baseUrlOf: (provider: Provider) => addressOf(provider, place),
    movesClock: ({ path: at }: Operation) => clockCalls.has(at),
    variableOf: environmentName,
    readFile: attachmentReader(file, cwd),
  };
}

const clockCalls: ReadonlySet<string> = new Set(
  emulatorControl.operations.map(({ path: at }) => at).filter((at) => /\/(?:advance|reset)$/.test(at)),
);

function givenInputs({ workflows }: LinkedScenario, inputs: ExportOptions['inputs']): JsonObject {
  const given = Object.entries(inputs).flatMap(([name, text]) => {
    const workflow = workflows.find((one) => Object.hasOwn(propertiesOf(one.inputs), name));
    return workflow === undefined ? [] : [[name, readInput(workflow.inputs, name, text)] as const];
  });
  return Object.fromEntries(given);
}

/** As `esign emulator --port-base` is told in the examples. */
const portBase = 4010;

type Place = Pick<ExportOptions, 'connection' | 'baseUrl'>;

/** Where it is said, else its emulator, else an account without consequences. */
function addressOf({ environments, portOffset }: Provider, { connection, baseUrl }: Place): string {
  const chosen = baseUrl ?? environments.find(({ id }) => id === connection)?.baseUrl;
  if (chosen !== undefined) return chosen;
  if (portOffset !== undefined) return `http://127.0.0.1:${portBase + portOffset}`;
  return environments.find(({ live }) => !live)?.baseUrl ?? `http://127.0.0.1:${portBase}`;
}

/** A file that sends by the thousand is made for no live account, and emulators are asked alone for what only they do. */
async function refusal(
  { registry }: Workplace,
  { workflows }: LinkedScenario,
  { workflow, connection, baseUrl }: ExportOptions,
): Promise<ProblemText | undefined> {
  const known = workflows.map(({ workflowId }) => workflowId);
  if (workflow !== undefined && !known.includes(workflow)) return noSuchWorkflow(workflow, known);
  const wanted = workflows.filter(({ workflowId }) => workflow === undefined || workflowId === workflow);
  const ids = [...new Set(wanted.flatMap(({ providers }) => providers))];
  const providers = (await Promise.all(ids.map((id) => registry.provider(id)))).filter((one) => one !== undefined);
  const environments = [...new Set(providers.flatMap((provider) => provider.environments.map(({ id }) => id)))];
  if (connection !== undefined && !environments.includes(connection))
    return noSuchEnvironment(connection, environments);
  for (const provider of providers) {
    const address = addressOf(provider, { connection, baseUrl });
    const base = parseBaseUrl(address);
    if (base.kind === 'refused') return noAddress(address, base.reason);
    if (isLive(provider, base.url)) return liveExport(provider.title, address);
    const needing = connection === undefined ? undefined : wanted.find(({ needsEmulator }) => needsEmulator);
    if (needing !== undefined) return onlyOnEmulator(needing.workflowId, address);
  }
  return undefined;
}

/** Whatever its port: a host is one account's or the other's, with or without the dot that ends a full name. */
function isLive({ environments }: Provider, address: string): boolean {
  return environments.some((one) => one.live && hostNameOf(one.baseUrl) === hostNameOf(address));
}

function hostNameOf(address: string): string | undefined {
  return webUrl(address)?.hostname.replace(/\.+$/, '');
}
