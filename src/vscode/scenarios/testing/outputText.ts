import { oneLine } from '../../../core/quoting/oneLine';
import { problemLines } from '../../../core/reports/failureLines';
import { stepLines } from '../../../core/reports/stepLines';
import type { StepReport } from '../../../headless/scenarios/scenarioReport';
import type { ProblemText } from '../../../protocol/reply';

/* The log of a run, which the editor shows in a terminal. */

export function workflowHead(workflowId: string, file: string): string {
  return terminalText([`${paint.bold(oneLine(workflowId))}  ${paint.quiet(oneLine(file))}`]);
}

export function stepOutput(step: StepReport): string {
  return terminalText(stepLines(paint, step, 'ofAll'));
}

export function saidOutput(said: ProblemText): string {
  return terminalText(problemLines(said).map((line) => `  ${oneLine(line)}`));
}

function terminalText(lines: readonly string[]): string {
  return lines.map((line) => `${line}\r\n`).join('');
}

const painted = (code: number) => (text: string) => `\u001b[${code}m${text}\u001b[0m`;
const paint = { bold: painted(1), quiet: painted(2), good: painted(32), bad: painted(31) };
