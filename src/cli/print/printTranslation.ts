import { printJson } from '../../core/json/printJson';
import { contentOf, formatRequestFile } from '../../core/requests/requestFile';
import { fileIssue } from '../../headless/fileIssue';
import type { TranslatedFile } from '../../headless/translation/translateFile';
import type { JsonValue } from '../../protocol/json';
import { type CliTranslationProblem, describeTranslationProblem } from './describeTranslationProblem';

/** What `translate --json` prints. The new request keeps the digits of its numbers. */
export function printTranslation(
  file: string,
  out: string | undefined,
  outcome: TranslatedFile | CliTranslationProblem,
): string {
  const report: { readonly [name: string]: unknown } =
    outcome.kind === 'translated' ? reportOf(file, out, outcome) : withoutRequest(outcome);
  const request = outcome.kind === 'translated' ? formatRequestFile(outcome.request) : 'null';
  const written = `{"translation": 0, "request": ${request}}`;
  return `${printJson(report as JsonValue, { indent: 2, written })}\n`;
}

function reportOf(file: string, out: string | undefined, translated: TranslatedFile) {
  const { translation, request, report, issues, newIssues } = translated;
  const { from, to, title } = translation;
  return {
    translation: { from, to, title },
    request: contentOf(request),
    file: out ?? null,
    mapped: report.mapped.map((move) => ({ from: move.from, to: move.to, note: move.note ?? null })),
    filled: report.filled,
    needed: report.needed,
    leftOut: report.leftOut,
    issues: issues.map((issue) => fileIssue(file, issue)),
    newIssues: newIssues.map((issue) => fileIssue(out ?? file, issue)),
    problem: null,
  };
}

function withoutRequest(problem: CliTranslationProblem) {
  const { kind } = problem;
  return {
    translation: null,
    request: null,
    file: null,
    mapped: [],
    filled: [],
    needed: [],
    leftOut: [],
    issues: [],
    newIssues: [],
    problem: { kind, ...describeTranslationProblem(problem), ...offeredIn(problem) },
  };
}

function offeredIn(problem: CliTranslationProblem) {
  return 'offered' in problem ? { offered: problem.offered.map(({ from, to, title }) => ({ from, to, title })) } : {};
}
