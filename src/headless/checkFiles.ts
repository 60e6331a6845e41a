import path from 'node:path';
import { withFileIssues } from '../core/attachments/fileInspector';
import { validateRequest } from '../core/forms/checks/validateRequest';
import { parseRequestFile, type UnreadableRequest } from '../core/requests/requestFile';
import { hardCodedInSteps } from '../core/scenarios/linking/hardCodedInSteps';
import { hardCodedIssues, hardCodedSecrets } from '../core/secrets/hardCodedSecrets';
import { gitIgnored } from '../node/environment/gitIgnored';
import { inspectAttachments } from './attachments';
import { type FileIssue, fileIssue } from './fileIssue';
import { readRequestText } from './readRequestText';
import { isScenarioFile } from './scenarios/findScenarioFiles';
import type { Workplace } from './workplace';

export interface CheckReport {
  /** There are no errors; there may be warnings. */
  readonly valid: boolean;
  readonly issues: readonly FileIssue[];
}

/** Checks request files and scenarios by the schemas and rules of their operations. Nothing is sent. */
export async function checkFiles(workplace: Workplace, files: readonly string[]): Promise<CheckReport> {
  const found = await Promise.all(files.map((file) => issuesOf(workplace, file)));
  const issues = found.flat();
  return { valid: issues.every(({ severity }) => severity !== 'error'), issues };
}

/** Code of the issue of a file that holds no request. */
export const unreadable = 'unreadable';

async function issuesOf(workplace: Workplace, file: string): Promise<readonly FileIssue[]> {
  if (isScenarioFile(file)) {
    const { loadScenario } = await import('./scenarios/loadScenario');
    const { scenario, issues } = await loadScenario(workplace, file);
    const exposed = scenario === undefined ? [] : hardCodedInSteps(scenario);
    const isIgnored = exposed.length > 0 && (await gitIgnored(path.resolve(workplace.cwd, file))) === true;
    return [...issues, ...(isIgnored ? [] : exposed).map((issue) => fileIssue(file, issue))];
  }
  const content = readRequestText(workplace.cwd, file);
  if (content.kind === 'unreadable') return [error(file, '', unreadable, content.detail)];
  return checkText(workplace, file, content.text);
}

/** What is wrong with the text of a request file, whether it stands there already or not. */
export async function checkText(
  { registry, cwd }: Workplace,
  file: string,
  text: string,
): Promise<readonly FileIssue[]> {
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
  const issues = withFileIssues([...found.issues, ...told], inspections);
  return [...ofText, ...issues.map((issue) => fileIssue(file, issue))];
}

function unreadableIssues(file: string, { issues, broken, detail }: UnreadableRequest): readonly FileIssue[] {
  if (issues !== undefined) return issues.map((issue) => fileIssue(file, issue));
  if (broken === undefined) return [error(file, '', unreadable, detail)];
  return broken.faults.map(({ message, line, column }) => ({ ...error(file, '', unreadable, message), line, column }));
}

function error(file: string, path: string, code: string, message: string): FileIssue {
  return { file, path, code, message, severity: 'error' };
}
