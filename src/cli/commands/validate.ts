import { type CheckReport, checkFiles, unreadable } from '../../headless/checkFiles';
import { mendText } from '../print/mendText';
import { paintFor } from '../print/paint';
import type { Surroundings } from '../surroundings';

/** Prints what is wrong with the files and returns the exit code. */
export async function validate(surroundings: Surroundings, files: readonly string[], asJson: boolean): Promise<number> {
  const report = await checkFiles(surroundings, files);
  surroundings.out(asJson ? `${JSON.stringify(report, undefined, 2)}\n` : textOf(surroundings, files, report));
  if (report.issues.some(({ code }) => code === unreadable)) return 2;
  return report.valid ? 0 : 1;
}

function textOf(surroundings: Surroundings, files: readonly string[], { issues }: CheckReport): string {
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
