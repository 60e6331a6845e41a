import { oneLine } from '../../core/quoting/oneLine';
import { type CheckReport, checkFiles, unreadable } from '../../headless/checkFiles';
import { variablesWarnings } from '../../headless/environment/workspaceVariables';
import type { FixReport, MendedIssue } from '../../headless/files/fixFiles';
import { mendText } from '../print/mendText';
import { paintFor } from '../print/paint';
import type { Surroundings } from '../surroundings';

interface ValidateOptions {
  readonly asJson: boolean;
  readonly isFixing: boolean;
  /** Nothing is written. */
  readonly isRehearsal: boolean;
  /** `{{name}}` in the requests stands for these. */
  readonly variables: Readonly<Record<string, string>>;
}

const nothingFixed: FixReport = { mended: [], unwritten: [] };

/** Prints what is wrong with the files, and what was mended in them, and returns the exit code. */
export async function validate(
  surroundings: Surroundings,
  files: readonly string[],
  { asJson, isFixing, isRehearsal, variables }: ValidateOptions,
): Promise<number> {
  const fixed = isFixing ? await fix(surroundings, files, isRehearsal, variables) : nothingFixed;
  const report = await checkFiles(surroundings, files, variables);
  for (const warning of variablesWarnings(surroundings.cwd)) surroundings.err(`${warning}\n`);
  for (const { file, reason } of fixed.unwritten) surroundings.err(`${file} could not be written. ${reason}\n`);
  surroundings.out(
    asJson
      ? `${JSON.stringify({ ...report, ...(isFixing && { mended: fixed.mended }) }, undefined, 2)}\n`
      : mendedText(surroundings, fixed.mended, isRehearsal) + textOf(surroundings, files, report),
  );
  if (fixed.unwritten.length > 0 || report.issues.some(({ code }) => code === unreadable)) return 2;
  return report.valid ? 0 : 1;
}

/** What it takes to change a text is loaded when one is changed. */
async function fix(
  surroundings: Surroundings,
  files: readonly string[],
  isRehearsal: boolean,
  variables: ValidateOptions['variables'],
): Promise<FixReport> {
  const { fixFiles } = await import('../../headless/files/fixFiles');
  return fixFiles(surroundings, files, isRehearsal, variables);
}

function mendedText(surroundings: Surroundings, mended: readonly MendedIssue[], isRehearsal: boolean): string {
  const paint = paintFor(surroundings);
  const word = paint.good(isRehearsal ? 'would mend' : 'mended');
  return mended
    .map(
      ({ file, path, message, title }) =>
        `${word}  ${oneLine(file)}  ${paint.bold(path)}  ${message} Mend: ${lower(title)}.\n`,
    )
    .join('');
}

function lower(title: string): string {
  return title.charAt(0).toLowerCase() + title.slice(1);
}

function textOf(surroundings: Surroundings, files: readonly string[], { issues }: CheckReport): string {
  const paint = paintFor(surroundings);
  const others = issues.map(({ file }) => file).filter((file) => !files.includes(file));
  const blocks = [...files, ...new Set(others)].map((file) => {
    const own = issues.filter((issue) => issue.file === file);
    if (own.length === 0) return `${oneLine(file)}: ${paint.good('valid')}\n`;
    const lines = own.map((issue) => {
      const { path, message, severity, line, column } = issue;
      const word = severity === 'error' ? paint.bad('error') : 'warning';
      const place = line === undefined ? '' : `line ${line}, column ${column}  `;
      return `  ${word}  ${place}${path === '' ? '' : `${paint.bold(path)}  `}${message}${mendText(issue)}\n`;
    });
    return `${oneLine(file)}:\n${lines.join('')}`;
  });
  return blocks.join('');
}
