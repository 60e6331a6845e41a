import { quotable } from '../../core/quoting/oneLine';
import { shortened } from '../../core/quoting/shortened';
import { unforeseenIssues } from '../../core/translation/unforeseenIssues';
import type { Paint } from '../../headless/paint';
import type { TranslatedFile } from '../../headless/translation/translateFile';
import type { Issue } from '../../protocol/form';
import type { ProblemText } from '../../protocol/reply';

/** What became of every value, for a person: what is still to do first, what went well last. */
export function translationText(paint: Paint, file: string, translated: TranslatedFile): string {
  const { from, to, report, issues, newIssues } = translated;
  const wrong = issues.filter(({ severity }) => severity === 'error');
  const stillWrong = unforeseenIssues(report, newIssues);
  return [
    paint.bold(`${from.operation.title} (${from.provider.title}) as: ${to.operation.title} (${to.provider.title})\n`),
    chapter(paint.bad(`Not valid in ${file}, and left out`), wrong.map(issueLine)),
    chapter(
      'To fill in',
      report.needed.map(({ to: at, why }) => line(at, why)),
    ),
    chapter(paint.bad('Not valid in the new request'), stillWrong.map(issueLine)),
    chapter(
      'Left out',
      report.leftOut.map(({ from: at, why }) => line(at, why)),
    ),
    chapter(
      'Filled in',
      report.filled.map(({ to: at, why }) => line(at, why)),
    ),
    chapter(
      'Taken over',
      report.mapped.map((move) => line(`${place(move.from)} to ${place(move.to)}`, move.note)),
    ),
  ].join('');
}

export function problemText(paint: Paint, { title, cause, nextStep }: ProblemText): string {
  return `${paint.bad(title)}\n${lines(cause.split('\n'))}${lines([`Next: ${nextStep}`])}`;
}

function chapter(title: string, found: readonly string[]): string {
  return found.length === 0 ? '' : `${title}\n${lines(found)}`;
}

function lines(found: readonly string[]): string {
  return found.map((one) => `  ${one}\n`).join('');
}

function issueLine({ pointer, message }: Issue): string {
  return line(place(pointer), message);
}

function line(at: string, text: string | undefined): string {
  return text === undefined ? at : `${at}  ${shortened(text, 1_000)}`;
}

function place(pointer: string): string {
  return quotable(pointer, 300);
}
