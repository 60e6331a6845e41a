import { isObject } from '../../core/json/jsonKinds';
import { readJson } from '../../core/json/readJson';
import { variablesWarnings } from '../../headless/environment/workspaceVariables';
import { readRequestText } from '../../headless/readRequestText';
import { findScenarioFiles } from '../../headless/scenarios/findScenarioFiles';
import { type LoadedScenario, loadScenario, unknownInput } from '../../headless/scenarios/loadScenario';
import { type Loaded, type RunOptions, tellScenarios } from '../../headless/scenarios/runScenarios';
import { workflowReport } from '../../headless/scenarios/scenarioReport';
import type { ScenarioResult } from '../../headless/scenarios/scenarioResult';
import type { JsonObject } from '../../protocol/json';
import { paintFor } from '../print/paint';
import { githubSummary } from '../print/scenarios/githubText';
import { reportText } from '../print/scenarios/reporters';
import type { RunReport } from '../print/scenarios/runReport';
import { specText, specTotals } from '../print/scenarios/specText';
import { type CommandArguments, type Surroundings, UsageError } from '../surroundings';
import { problemCode, worstCode } from './exitCode';
import { type Destination, readDestinations } from './options/readDestinations';
import { readRetries } from './options/readRetries';
import { readPairs } from './options/readVariables';
import { prepareReports, writeReport } from './options/reportFiles';

/** Runs scenarios, reports what came of them, and returns the exit code. */
export async function run(surroundings: Surroundings, args: CommandArguments): Promise<number> {
  const destinations = readDestinations(args);
  const options = readOptions(surroundings, args);
  const { files, nowhere } = findScenarioFiles(surroundings.cwd, args.positionals);
  if (nowhere.length > 0)
    throw new UsageError(`There is no scenario at ${nowhere.map((name) => `"${name}"`).join(', ')}.`);
  prepareReports(surroundings, destinations);
  for (const warning of variablesWarnings(surroundings.cwd)) surroundings.err(`${warning}\n`);
  const loaded = await Promise.all(files.map((file) => loadScenario(surroundings, file)));
  checkWorkflow(loaded, options.workflow);
  const unknown = unknownInput(loaded, Object.keys(options.inputs ?? {}));
  if (unknown !== undefined) throw new UsageError(`--input: ${unknown}`);
  const issues = loaded.flatMap((one) => one.issues);
  const isValid = issues.every(({ severity }) => severity !== 'error');
  const ended = isValid
    ? await tellScenarios(surroundings, loaded.filter(isLoaded), options, tellerFor(surroundings, destinations))
    : [];
  const report = { workflows: ended.map(({ workflow }) => workflow), issues };
  const isWritten = write(surroundings, destinations, report);
  const isStopped = surroundings.signal.aborted && report.workflows.some(({ outcome }) => outcome === 'skipped');
  return worstCode([...(isValid ? ended.map(({ code }) => code) : [2]), isWritten ? 0 : 2, isStopped ? 1 : 0]);
}

/** Whoever watches sees each workflow as soon as it has ended. */
function tellerFor(surroundings: Surroundings, destinations: readonly Destination[]) {
  const paint = paintFor(surroundings);
  const isSeen = destinations.some(isWatched);
  return (result: ScenarioResult) => {
    const workflow = workflowReport(result);
    if (isSeen) surroundings.out(specText(paint, workflow));
    return { workflow, code: codeOf(result) };
  };
}

function isWatched({ reporter, file }: Destination): boolean {
  return reporter === 'spec' && file === undefined;
}

function isLoaded(one: LoadedScenario): one is Loaded {
  return one.scenario !== undefined;
}

function checkWorkflow(loaded: readonly LoadedScenario[], wanted: string | undefined): void {
  const known = loaded
    .flatMap(({ scenario }) => scenario?.workflows.filter(({ prefix }) => prefix === '') ?? [])
    .map(({ workflowId }) => workflowId);
  const isKnown =
    wanted === undefined || known.includes(wanted) || loaded.some(({ scenario }) => scenario === undefined);
  if (!isKnown) throw new UsageError(`There is no workflow "${wanted}". There is ${known.join(', ')}.`);
}

function readOptions(surroundings: Surroundings, { flags, values, lists }: CommandArguments): RunOptions {
  const { connection, 'base-url': baseUrl, inputs } = values;
  if (flags.has('emulator') && (connection !== undefined || baseUrl !== undefined)) {
    throw new UsageError('--emulator brings its own connection: leave --connection and --base-url out.');
  }
  const timeout = readNumber('--timeout', values['timeout'], 1, 86_400);
  return {
    workflow: values['workflow'],
    connection,
    baseUrl,
    emulator: flags.has('emulator'),
    inputs: readPairs('--input', lists['input']),
    inputValues: inputs === undefined ? {} : readInputs(surroundings, inputs),
    // Who starts the command says beforehand that it is meant.
    isAgreed: flags.has('yes'),
    consentStep: 'Nothing of it was sent. Add --yes when it is meant.',
    parallel: readNumber('--parallel', values['parallel'], 1, 100) ?? 1,
    repeat: readNumber('--repeat', values['repeat'], 1, 100_000) ?? 1,
    bail: flags.has('bail'),
    retries: readRetries(values['retry']),
    onRetry: (text) => surroundings.err(`${text}\n`),
    ...(timeout !== undefined && { timeoutMs: timeout * 1000 }),
    signal: surroundings.signal,
  };
}

function readNumber(option: string, text: string | undefined, least: number, most: number): number | undefined {
  if (text === undefined) return undefined;
  const number = /^\d{1,6}$/.test(text) ? Number(text) : -1;
  if (number < least || number > most)
    throw new UsageError(`${option} must be a number from ${least} to ${most}, not "${text}".`);
  return number;
}

function readInputs({ cwd }: Surroundings, file: string): JsonObject {
  const content = readRequestText(cwd, file);
  if (content.kind === 'unreadable') throw new UsageError(`--inputs ${file}: ${content.detail}`);
  const read = readJson(content.text);
  if (read.kind === 'broken')
    throw new UsageError(`--inputs ${file}, line ${read.faults[0].line}: ${read.faults[0].message}`);
  if (!isObject(read.value))
    throw new UsageError(`--inputs ${file}: It must hold a JSON object, with a value for each input.`);
  return read.value;
}

/** Whether all of it was. */
function write(surroundings: Surroundings, destinations: readonly Destination[], report: RunReport): boolean {
  const { cwd, env } = surroundings;
  const faults = destinations.flatMap((destination) => {
    const { reporter, file } = destination;
    const text = isWatched(destination)
      ? specTotals(paintFor(surroundings), report)
      : reportText(reporter, report, { colors: file === undefined && surroundings.colors });
    if (file === undefined) surroundings.out(text);
    const summary = reporter === 'github' ? env['GITHUB_STEP_SUMMARY'] : undefined;
    return [
      file === undefined ? undefined : told(file, writeReport(cwd, file, text)),
      summary ? told('GITHUB_STEP_SUMMARY', writeReport(cwd, summary, githubSummary(report), 'a')) : undefined,
    ].filter((fault) => fault !== undefined);
  });
  for (const fault of faults) surroundings.err(fault);
  return faults.length === 0;
}

function told(file: string, fault: string | undefined): string | undefined {
  return fault && `The report was not written to ${file}: ${fault}\n`;
}

function codeOf({ result }: ScenarioResult): number {
  if (result.outcome !== 'failed') return 0;
  if (result.problem !== undefined) return problemCode(result.problem);
  return result.steps.every(({ outcome }) => outcome === 'skipped') ? 2 : 1;
}
