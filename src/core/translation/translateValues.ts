import type { Issue } from '../../protocol/form';
import type { JsonValue } from '../../protocol/json';
import { isWithin } from '../../protocol/pointer';
import { initialValues } from '../forms/initialValues';
import type { Operation, RequestValues } from '../operation';
import { getAt } from '../requests/pointer';
import { valuesOf } from '../requests/valuesOf';
import { type GivenValues, givenValues, type WrittenValues, withoutHoles } from './givenValues';
import { leftBehind } from './leftBehind';
import { placeValues } from './placeValues';
import type { TranslationReport, TranslationStep, Translator } from './translation';

export interface TranslatedValues {
  readonly values: RequestValues;
  readonly report: TranslationReport;
  /** What is wrong with the values that were given. */
  readonly issues: readonly Issue[];
}

/** A step that puts a value somewhere. */
interface Placement {
  readonly step: Exclude<TranslationStep, { kind: 'left' }>;
  readonly to: string;
  readonly value: JsonValue;
  /** The values that it is made of. */
  readonly from: readonly string[];
}

/** Values of one operation as values of another. Every value that is given stands in the report. */
export function translateValues(
  translator: Translator,
  source: Operation,
  target: Operation,
  request: WrittenValues,
): TranslatedValues {
  const given = givenValues(source, request);
  const steps = translator.steps(given.known ?? {});
  const placements = firstOfEachPlace(steps.flatMap((step) => placementOf(step, given, target)));
  const { values, places } = placeValues(placements);
  const report = reportOf(placements, places);
  const leftOut = leftBehind(given, steps, placements);
  return { values: valuesOf(values as RequestValues), report: { ...report, leftOut }, issues: given.issues };
}

/** None for a step whose values are not there. */
function placementOf(step: TranslationStep, given: GivenValues, target: Operation): readonly Placement[] {
  switch (step.kind) {
    case 'kept': {
      const value = getAt(given.sound, step.from);
      const isOwn = [...given.placeholders].some((pointer) => isWithin(pointer, step.from));
      return value === undefined || isOwn ? [] : [{ step, to: step.to, value: withoutHoles(value), from: [step.from] }];
    }
    case 'mapped': {
      const from = step.from.filter((pointer) => isGiven(given.known, pointer));
      return from.length === 0 ? [] : [{ step, to: step.to, value: step.value, from }];
    }
    case 'filled':
      return [{ step, to: step.to, value: step.value, from: [] }];
    case 'needed':
      return [{ step, to: step.to, value: withoutHoles(getAt(initialValues(target), step.to) ?? ''), from: [] }];
    case 'left':
      return [];
  }
}

function firstOfEachPlace(placements: readonly Placement[]): readonly Placement[] {
  const kept: Placement[] = [];
  for (const placement of placements) {
    const isTaken = kept.some(({ to }) => isWithin(to, placement.to) || isWithin(placement.to, to));
    if (!isTaken) kept.push(placement);
  }
  return kept;
}

function reportOf(
  placements: readonly Placement[],
  places: readonly string[],
): Pick<TranslationReport, 'mapped' | 'filled' | 'needed'> {
  const placed = placements.map(({ step, from }, index) => ({ step, from, to: places[index] ?? '' }));
  return {
    mapped: placed.flatMap(({ step, from: sources, to }) =>
      sources.map((from) => ({ from, to, ...('note' in step && step.note !== undefined && { note: step.note }) })),
    ),
    filled: placed.flatMap(({ step, to }) => (step.kind === 'filled' ? [{ to, why: step.why }] : [])),
    needed: placed.flatMap(({ step, to }) => (step.kind === 'needed' ? [{ to, why: step.why }] : [])),
  };
}

function isGiven(values: unknown, pointer: string): boolean {
  return getAt(values, pointer) !== undefined;
}
