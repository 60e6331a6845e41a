import { nearest } from '../../core/forms/wording/nearest';
import { quotable } from '../../core/quoting/oneLine';
import type { Translation } from '../../core/translation/translation';
import type { TranslationProblem } from '../../headless/translation/translateFile';
import type { ProblemText } from '../../protocol/reply';
import { describeCliProblem } from './describeCliProblem';

export type CliTranslationProblem =
  | TranslationProblem
  | { readonly kind: 'fileExists'; readonly file: string }
  | { readonly kind: 'unwritableFile'; readonly file: string; readonly reason: string };

/** A problem with the next step of someone who sits at a command line. */
export function describeTranslationProblem(problem: CliTranslationProblem): ProblemText {
  switch (problem.kind) {
    case 'unreadableRequest':
    case 'unknownOperation':
      return describeCliProblem(problem, { provider: undefined });
    case 'noTranslation':
      return describeMissing(problem);
    case 'severalTranslations':
      return {
        title: `${problem.operation} can be made into several operations`,
        cause: problem.offered.map(({ to }) => to).join('\n'),
        nextStep: 'Name one of them with --to.',
      };
    case 'fileExists':
      return {
        title: `${quotable(problem.file, longestName)} is there already`,
        cause: 'It was left as it is.',
        nextStep: 'Choose another name, or add --overwrite.',
      };
    case 'unwritableFile':
      return {
        title: `${quotable(problem.file, longestName)} cannot be written`,
        cause: problem.reason,
        nextStep: 'Choose another name, or leave out --out to have it printed.',
      };
  }
}

const longestName = 300;

function describeMissing({
  operation,
  to,
  offered,
}: Extract<TranslationProblem, { kind: 'noTranslation' }>): ProblemText {
  const isOwn = offered.some(({ from }) => from === operation);
  const wanted = to === undefined ? 'another provider' : quotable(to, longestName);
  const targets = offered.flatMap((one) => [one.to.slice(0, one.to.indexOf('/')), one.to]);
  const meant = isOwn && to !== undefined ? nearest(to, targets) : undefined;
  return {
    title: `There is no translation of ${operation} to ${wanted}`,
    cause: offered.length === 0 ? 'There are no translations yet.' : `There are:\n${listed(offered)}`,
    nextStep: meant === undefined ? nextStepWithout(isOwn) : `Did you mean --to ${meant}?`,
  };
}

function nextStepWithout(isOwn: boolean): string {
  return isOwn ? 'Name one of them with --to.' : 'Translate a request of one of these operations.';
}

function listed(translations: readonly Translation[]): string {
  return translations.map(({ from, to }) => `${from} to ${to}`).join('\n');
}
