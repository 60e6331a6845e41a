import { t } from '@vscode/l10n';
import type { Issue } from '../../protocol/form';
import { isWithin } from '../../protocol/pointer';
import { getAt } from '../requests/pointer';
import { groupedBy } from '../typing/groupedBy';
import { type GivenValues, pointersOfValues, wholeParts } from './givenValues';
import type { Reasoned, TranslationStep } from './translation';

/** A step, and the values that it makes use of. */
interface Using {
  readonly step: TranslationStep;
  readonly from: readonly string[];
}

/**
 * The values that are not in the new request, each with the reason: of the step that leaves it, as far as no step before
 * made use of it, otherwise of the value.
 */
export function leftBehind(
  given: GivenValues,
  steps: readonly TranslationStep[],
  used: readonly Using[],
): readonly Reasoned<'from'>[] {
  const reasons = new Map<string, string>();
  const rest = new Set(pointersOfValues(given.all));
  for (const step of steps) {
    for (const pointer of rest) {
      if (step.kind === 'left' && isLeft(pointer, given, step)) reasons.set(pointer, step.why);
      else if (!used.some((one) => one.step === step && isUsed(pointer, given, one))) continue;
      rest.delete(pointer);
    }
  }
  for (const pointer of rest) reasons.set(pointer, reasonFor(pointer, given));
  return [...groupedBy([...reasons], ([, why]) => why)].flatMap(([why, found]) =>
    wholeParts(given.all, new Set(found.map(([pointer]) => pointer))).map((from) => ({ from, why })),
  );
}

/** Of what is wrong is said what is wrong. */
function isLeft(pointer: string, { sound }: GivenValues, { from }: { readonly from: string }): boolean {
  return getAt(sound, pointer) !== undefined && isWithin(pointer, from);
}

/** What is wrong goes nowhere; what stands behind a `{{name}}` can only be kept. */
function isUsed(pointer: string, { sound, references }: GivenValues, { step, from }: Using): boolean {
  if (getAt(sound, pointer) === undefined || (references.has(pointer) && step.kind !== 'kept')) return false;
  return from.some((source) => isWithin(pointer, source));
}

/** Of values that are documented, and of which the translation says nothing. */
export function unmentioned(): string {
  return t('The translation has no place for it.');
}

function reasonFor(pointer: string, { sound, issues, references, placeholders }: GivenValues): string {
  const value = getAt(sound, pointer);
  const fault = value === undefined ? faultOf(pointer, issues) : undefined;
  if (fault !== undefined) return fault;
  if (references.has(pointer))
    return t('It would have to be converted, and what the {0} stands for is not known here.', '{{name}}');
  if (value === undefined) return t('It belongs to something that is not known here.');
  if (placeholders.has(pointer)) return t('Its {0} is filled in by the first API alone.', '{{name}}');
  if (typeof value === 'object' && value !== null) return t('It is empty.');
  return issues.some((issue) => isUndocumented(issue) && isWithin(pointer, issue.pointer))
    ? t('It is not documented.')
    : unmentioned();
}

/** Why a value was taken out: because of itself, of what it stands in, or of what stands in it. */
function faultOf(pointer: string, issues: readonly Issue[]): string | undefined {
  const around = issues.filter((issue) => isWithin(pointer, issue.pointer) || isWithin(issue.pointer, pointer));
  return (around.find((one) => one.pointer === pointer) ?? around[0])?.message;
}

function isUndocumented({ code }: Issue): boolean {
  return code === 'unknown_key';
}
