import path from 'node:path';
import { withFileIssues } from '../core/attachments/fileInspector';
import { customEnvironmentId } from '../core/connections/connection';
import { connectionIdsOf } from '../core/connections/connectionIds';
import { validateRequest } from '../core/forms/checks/validateRequest';
import { withPositions } from '../core/json/jsonPlace';
import type { Operation } from '../core/operation';
import type { Provider } from '../core/provider';
import { rangesIn } from '../core/requests/editing/editText';
import { unknownVariables } from '../core/requests/references/unknownVariables';
import type { Variables } from '../core/requests/references/variablesFile';
import { variablesFileName } from '../core/requests/references/variablesFileName';
import { parseRequestFile, type RequestFile, type UnreadableRequest } from '../core/requests/requestFile';
import { valuesOf } from '../core/requests/valuesOf';
import { hardCodedInSteps } from '../core/scenarios/linking/hardCodedInSteps';
import { hardCodedIssues, hardCodedSecrets } from '../core/secrets/hardCodedSecrets';
import { withForeignBody } from '../core/translation/foreignBody';
import { gitIgnored } from '../node/environment/gitIgnored';
import type { Issue } from '../protocol/form';
import { inspectAttachments } from './attachments';
import { workspaceVariables } from './environment/workspaceVariables';
import { type FileIssue, fileIssue } from './fileIssue';
import { isSettingsFile, settingsBeside, settingsIssues } from './files/exposedSettings';
import { readRequestText } from './readRequestText';
import { isReadAsScenario } from './scenarios/findScenarioFiles';
import type { Workplace } from './workplace';

export interface CheckReport {
  /** There are no errors; there may be warnings. */
  readonly valid: boolean;
  readonly issues: readonly FileIssue[];
}

/**
 * Checks request files and scenarios by the schemas and rules of their operations, and the settings of the folder for
 * keys and tokens. Nothing is sent.
 */
export async function checkFiles(
  workplace: Workplace,
  files: readonly string[],
  variables: Variables = {},
): Promise<CheckReport> {
  const all = [...files, ...settingsBeside(workplace, files)];
  const found = await Promise.all(all.map((file) => issuesOf(workplace, file, variables)));
  const issues = found.flat();
  return { valid: issues.every(({ severity }) => severity !== 'error'), issues };
}

/** Code of the issue of a file that holds no request. */
export const unreadable = 'unreadable';

async function issuesOf(workplace: Workplace, file: string, variables: Variables): Promise<readonly FileIssue[]> {
  if (isSettingsFile(file)) {
    const found = await settingsIssues(workplace, file);
    return 'unreadable' in found ? [error(file, '', unreadable, found.unreadable)] : found;
  }
  if (isReadAsScenario(file)) {
    const { loadScenario } = await import('./scenarios/loadScenario');
    const { scenario, issues } = await loadScenario(workplace, file);
    const exposed = scenario === undefined ? [] : hardCodedInSteps(scenario);
    const isIgnored = exposed.length > 0 && (await gitIgnored(path.resolve(workplace.cwd, file))) === true;
    return [...issues, ...(isIgnored ? [] : exposed).map((issue) => fileIssue(file, issue))];
  }
  const content = readRequestText(workplace.cwd, file);
  if (content.kind === 'unreadable') return [error(file, '', unreadable, content.detail)];
  return checkRequestText(workplace, file, content.text, variables);
}

/** What is wrong with the text of a request file, whether it stands there already or not. */
export async function checkRequestText(
  workplace: Workplace,
  file: string,
  text: string,
  variables: Variables = {},
): Promise<readonly FileIssue[]> {
  return withLines(text, await issuesOfText(workplace, file, text, variables));
}

async function issuesOfText(
  workplace: Workplace,
  file: string,
  text: string,
  variables: Variables,
): Promise<readonly FileIssue[]> {
  const { registry, cwd } = workplace;
  const read = parseRequestFile(text);
  if (read.kind === 'unreadable') return unreadableIssues(file, read);
  const { operation: id, written, ...values } = read.request;
  const ofText = read.issues.map((issue) => fileIssue(file, issue));
  const known = await registry.operation(id);
  if (known === undefined) {
    const meant = await registry.nearestOperations(id);
    const advice = meant.length === 0 ? '"esign operations" lists them.' : `Did you mean ${meant.join(' or ')}?`;
    const message = `There is no operation "${id}". ${advice}`;
    return [...ofText, error(file, '/operation', 'unknown_operation', message)];
  }
  const inspections = await inspectAttachments(file, cwd, known.operation, values);
  const found = validateRequest(known.operation, values, undefined, { siblings: known.provider, written });
  const exposed = hardCodedIssues(hardCodedSecrets(known.operation, values));
  // What git leaves alone stays on this machine.
  const told = exposed.length > 0 && (await gitIgnored(path.resolve(cwd, file))) === true ? [] : exposed;
  const unknown = unknownHere(workplace, known, read.request, variables);
  const recognised = await withForeignBody(registry, known, read.request, found.issues);
  const connection = connectionIssues(known.provider, read.request);
  const issues = withFileIssues([...recognised, ...connection, ...unknown, ...told], inspections);
  return [...ofText, ...issues.map((issue) => fileIssue(file, issue))];
}

/** What the editor's settings have of a connection of their own is not known here: there it may be right. */
function unknownHere(
  workplace: Workplace,
  { provider, operation }: { readonly provider: Provider; readonly operation: Operation },
  request: RequestFile,
  variables: Variables,
): readonly Issue[] {
  const { connection } = request;
  const known = { ...workspaceVariables(workplace, connection), ...variables };
  const isOwn = !isKnown(provider, connection);
  const words = isOwn
    ? `here; whether the connection "${connection}" has it is in the settings of an editor`
    : 'on this connection';
  const advice = `Give it with --var, or add it to ${variablesFileName}.`;
  const missing = (name: string) => `There is no variable "${name}" ${words}. ${advice}`;
  return unknownVariables(operation, valuesOf(request), known, missing).map((issue) =>
    isOwn ? { ...issue, severity: 'warning' } : issue,
  );
}

function isKnown(provider: Provider, connection: string): boolean {
  return [...connectionIdsOf(provider), customEnvironmentId].includes(connection);
}

/** Without one, a command names it. */
function connectionIssues(provider: Provider, { connection }: RequestFile): readonly Issue[] {
  if (connection === '' || isKnown(provider, connection)) return [];
  const ids = connectionIdsOf(provider).join(', ');
  const message = `There is no connection "${connection}" here, but in the settings of an editor there may be. Write one of ${ids}, or send it with --connection or --base-url.`;
  return [{ pointer: '/connection', code: 'unknown_connection', message, severity: 'warning' }];
}

function withLines(text: string, issues: readonly FileIssue[]): readonly FileIssue[] {
  if (issues.every(({ line }) => line !== undefined)) return issues;
  const rangeOf = rangesIn(text);
  const offsets = [...new Set(issues.map(({ path }) => rangeOf(path).offset))].sort((one, other) => one - other);
  const places = new Map(
    withPositions(
      text,
      offsets.map((offset) => ({ offset })),
    ).map((place) => [place.offset, place]),
  );
  return issues.map((issue) => {
    const place = issue.line === undefined ? places.get(rangeOf(issue.path).offset) : undefined;
    return place === undefined ? issue : { ...issue, line: place.line, column: place.column };
  });
}

function unreadableIssues(file: string, { issues, broken, detail }: UnreadableRequest): readonly FileIssue[] {
  if (issues !== undefined) return issues.map((issue) => fileIssue(file, issue));
  if (broken === undefined) return [error(file, '', unreadable, detail)];
  return broken.faults.map(({ message, line, column }) => ({ ...error(file, '', unreadable, message), line, column }));
}

function error(file: string, path: string, code: string, message: string): FileIssue {
  return { file, path, code, message, severity: 'error' };
}
