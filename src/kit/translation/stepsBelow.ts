import type { TranslationStep } from '../../core/translation/translation';

/** Where the values of a part stand in its own request, and in one that holds it among others. */
export interface PartPlace {
  readonly from: readonly [own: string, below: string];
  readonly to: readonly [own: string, below: string];
}

/** The steps of a part of a request, as those of the whole. What is no value of the part has none. */
export function stepsBelow(steps: readonly TranslationStep[], place: PartPlace): readonly TranslationStep[] {
  return steps.flatMap((step) => stepBelow(step, place) ?? []);
}

function stepBelow(step: TranslationStep, place: PartPlace): TranslationStep | undefined {
  if (step.kind === 'left') return leftBelow(step, place);
  const to = below(step.to, place.to);
  if (to === undefined) return undefined;
  if (step.kind === 'kept') {
    const from = below(step.from, place.from);
    return from === undefined ? undefined : { ...step, from, to };
  }
  if (step.kind !== 'mapped') return { ...step, to };
  return { ...step, from: step.from.flatMap((pointer) => below(pointer, place.from) ?? []), to };
}

function leftBelow(step: TranslationStep & { kind: 'left' }, place: PartPlace): TranslationStep | undefined {
  const from = below(step.from, place.from);
  return from === undefined ? undefined : { ...step, from };
}

function below(pointer: string, [own, place]: readonly [string, string]): string | undefined {
  return pointer === own || pointer.startsWith(`${own}/`) ? `${place}${pointer.slice(own.length)}` : undefined;
}
