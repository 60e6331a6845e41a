import { oneLine } from '../../../core/quoting/oneLine';
import type { FileIssue } from '../../../headless/fileIssue';
import type { Paint } from '../../../headless/paint';

/** `error  a.arazzo.yaml:12:9  …` */
export function issueLine(paint: Paint, { file, line, column, message, severity }: FileIssue): string {
  const word = severity === 'error' ? paint.bad('error') : 'warning';
  return `${word}  ${oneLine(file)}${line === undefined ? '' : `:${line}:${column ?? 1}`}  ${message}\n`;
}
