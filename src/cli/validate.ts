import { validateRequest } from '../core/forms/validateRequest';
import { parseRequestFile, type UnreadableRequest } from '../core/requests/requestFile';
import { type FileIssue, fileIssue, mendText } from './fileIssue';
import { paintFor } from './paint';
import { readRequestText } from './readRequest';
import { inspectRequestFiles } from './requestFiles';
import type { Surroundings } from './surroundings';

/** Prints what is wrong with the files and returns the exit code. */
export async function validate(surroundings: Surroundings, files: readonly string[], asJson: boolean): Promise<number> {
  const found = await Promise.all(files.map((file) => issuesOf(surroundings, file)));
  const issues = found.flat();
  const errors = issues.filter(({ severity }) => severity === 'error');
  if (asJson) {
    surroundings.out(`${JSON.stringify({ valid: errors.length === 0, issues }, undefined, 2)}\n`);
  } else {
    surroundings.out(report(surroundings, files, issues));
  }
  if (errors.some(({ code }) => code === unreadable)) return 2;
  return errors.length === 0 ? 0 : 1;
}

const unreadable = 'unreadable';

async function issuesOf({ registry, cwd }: Surroundings, file: string): Promise<readonly FileIssue[]> {
  const content = readRequestText(cwd, file);
  if (content.kind === 'unreadable') return [error(file, '', unreadable, content.detail)];
  const read = parseRequestFile(content.text);
  if (read.kind === 'unreadable') return unreadableIssues(file, read);
  const { operation: id, ...values } = read.request;
  const ofText = read.issues.map((issue) => fileIssue(file, issue));
  const known = await registry.operation(id);
  if (known === undefined) {
    const meant = await registry.nearestOperations(id);
    const advice = meant.length === 0 ? '"esign operations" lists them.' : `Did you mean ${meant.join(' or ')}?`;
    const message = `There is no operation "${id}". ${advice}`;
    return [...ofText, error(file, '/operation', 'unknown_operation', message)];
  }
  const inspections = await inspectRequestFiles(file, cwd, known.operation, values);
  const found = validateRequest(known.operation, values, undefined, { siblings: known.provider });
  const issues = [...found.issues, ...inspections.flatMap((inspection) => inspection.issues)];
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

function report(surroundings: Surroundings, files: readonly string[], issues: readonly FileIssue[]): string {
  const paint = paintFor(surroundings);
  const blocks = files.map((file) => {
    const own = issues.filter((issue) => issue.file === file);
    if (own.length === 0) return `${file}: ${paint.good('valid')}\n`;
    const lines = own.map((issue) => {
      const { path, message, severity, line, column } = issue;
      const word = severity === 'error' ? paint.bad('error') : 'warning';
      const place = line === undefined ? '' : `line ${line}, column ${column}  `;
      return `  ${word}  ${place}${path === '' ? '' : `${paint.bold(path)}  `}${message}${mendText(issue)}\n`;
    });
    return `${file}:\n${lines.join('')}`;
  });
  return blocks.join('');
}
