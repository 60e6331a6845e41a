import fc from 'fast-check';
import { validateRequest } from '../../src/core/forms/checks/validateRequest';
import type { Operation, RequestValues } from '../../src/core/operation';
import { pointersOfValues } from '../../src/core/translation/givenValues';
import { unmentioned } from '../../src/core/translation/leftBehind';
import { type TranslatedValues, translateValues } from '../../src/core/translation/translateValues';
import type { Translator } from '../../src/core/translation/translation';
import { unforeseenIssues } from '../../src/core/translation/unforeseenIssues';
import { isWithin } from '../../src/protocol/pointer';
import { arbitraryRequest } from '../unit/fixtures/arbitraryRequest';
import { runs } from '../unit/fixtures/runs';

/** A translation with all that it takes. */
export interface LoadedTranslation {
  readonly translator: Translator;
  readonly source: Operation;
  readonly target: Operation;
}

/** What is wrong with what valid values become: all of it is valid but what a person is told to fill in. */
export function invalidResults(
  { translator, source, target }: LoadedTranslation,
  given: RequestValues,
): readonly string[] {
  const { values, report, issues } = translateValues(translator, source, target, given);
  if (issues.some(({ severity }) => severity === 'error')) return [];
  return unforeseenIssues(report, validateRequest(target, values).issues).map(
    ({ pointer, message }) => `${pointer}: ${message}`,
  );
}

/** What vanishes, comes out of nothing, or is forgotten by a translation, whatever it is given. */
export function lossesOf({ translator, source, target }: LoadedTranslation, given: RequestValues): readonly string[] {
  const translated = translateValues(translator, source, target, given);
  return [...vanished(given, translated), ...unexplained(translated), ...forgotten(translated)];
}

/** Of requests made up from the schemas. */
export function findLosses(translation: LoadedTranslation): void {
  fc.assert(
    fc.property(arbitraryRequest(translation.source.request), (given) => {
      const losses = lossesOf(translation, given);
      if (losses.length > 0) throw new Error(losses.join('\n'));
    }),
    { numRuns: runs(12) },
  );
}

function vanished(given: RequestValues, { report }: TranslatedValues): readonly string[] {
  const told = [...report.mapped, ...report.leftOut].map(({ from }) => from);
  return valuesIn(given)
    .filter((pointer) => !told.some((from) => isWithin(pointer, from)))
    .map((pointer) => `${pointer} vanishes`);
}

function unexplained({ values, report }: TranslatedValues): readonly string[] {
  const told = [...report.mapped, ...report.filled, ...report.needed].map(({ to }) => to);
  return valuesIn(values)
    .filter((pointer) => !told.some((to) => isWithin(pointer, to)))
    .map((pointer) => `${pointer} comes out of nothing`);
}

function forgotten({ report }: TranslatedValues): readonly string[] {
  return report.leftOut.filter(({ why }) => why === unmentioned()).map(({ from }) => `${from} is forgotten`);
}

/** Sections that hold nothing are no values. */
function valuesIn(values: RequestValues): readonly string[] {
  return pointersOfValues(values).filter(
    (pointer) => !/^\/\w+$/.test(pointer) || typeof Reflect.get(values, pointer.slice(1)) !== 'object',
  );
}
