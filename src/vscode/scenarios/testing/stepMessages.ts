import { t } from '@vscode/l10n';
import { oneLine } from '../../../core/quoting/oneLine';
import { problemLines } from '../../../core/reports/failureLines';
import type { Home } from '../../../core/scenarios/linking/linkedScenario';
import type { StepResult } from '../../../core/scenarios/running/result';
import type { Masker } from '../../../core/secrets/masker';
import { stepReport } from '../../../headless/scenarios/scenarioReport';
import type { ProblemText } from '../../../protocol/reply';
import { type LineRange, rangeAt, rangeIn } from './lineRange';

/** Why a step failed, at the place in the file that says what was expected. */
export interface StepMessage {
  readonly text: string;
  readonly range: LineRange;
  /** Compared side by side. */
  readonly comparison?: { readonly expected: string; readonly actual: string };
}

/** A message for each criterion that did not hold, and one for what is said of the step besides. */
export function stepMessages(result: StepResult, masker: Masker): readonly [StepMessage, ...StepMessage[]] {
  const { home } = result;
  const report = stepReport({ file: '', masker }, result);
  const checks = report.checks.flatMap(({ condition, passed, actual }, index): readonly StepMessage[] => {
    const pointer = result.checks[index]?.pointer ?? result.pointer;
    if (passed) return [];
    return [
      {
        text:
          actual === null
            ? t('Expected {0}, found nothing', oneLine(condition))
            : t('Expected {0}, found {1}', oneLine(condition), oneLine(JSON.stringify(actual))),
        range: rangeAt(home.source, pointer),
        comparison: { expected: condition, actual: actual === null ? t('nothing') : shown(actual) },
      },
    ];
  });
  const said = [...(report.said === undefined ? [] : [report.said]), ...report.explained];
  const [first, ...others] = [...checks, ...(said.length > 0 ? [saidMessage(home, result.pointer, said)] : [])];
  return [first ?? { text: t('The step failed.'), range: firstLine(home, result.pointer) }, ...others];
}

export function saidMessage(home: Home, pointer: string, said: readonly ProblemText[]): StepMessage {
  return { text: said.flatMap(problemLines).join('\n'), range: firstLine(home, pointer) };
}

function shown(actual: unknown): string {
  return typeof actual === 'string' ? actual : JSON.stringify(actual, null, 2);
}

/** What is said of a whole step stands in its first line. */
function firstLine({ source }: Home, pointer: string): LineRange {
  const place = source.placeOf(pointer);
  const length = source.text.slice(place.offset, place.offset + place.length).split(/\r?\n/)[0]?.length ?? 0;
  return rangeIn(source.text, { ...place, length });
}
