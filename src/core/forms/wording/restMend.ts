import { t } from '@vscode/l10n';
import type { Mend } from '../../../protocol/form';
import type { JsonValue } from '../../../protocol/json';
import { holdsReference } from '../../requests/references/reference';
import { accepts } from '../shapes/accepts';
import type { EnumShape, Shape } from '../shapes/shape';
import type { Location } from './locate';
import { nearestOption } from './nearestOption';

/** What mends a value whose form is right: it is missing, outside of its limits, or misspelled. */
export function restMend({ shape, value, label }: Location, pointer: string): Mend | undefined {
  if (shape === undefined) return undefined;
  if (value === undefined) return usualMend(shape, label, pointer);
  const near = nearestNumber(shape, value);
  if (near !== undefined) return writing(near, t('Write the nearest numbers that are taken'), pointer);
  const option = nearestOption(shape, value);
  return option === undefined ? undefined : writing(option, t('Write the choices that are meant'), pointer);
}

/** Only where the schema says what is usual, or takes one value and no other. Of several choices nobody knows. */
function usualMend(shape: Shape, label: string, pointer: string): Mend | undefined {
  const usual = shape.kind === 'enum' ? onlyValue(shape) : shape.meta.initial;
  const isTold = usual !== undefined && usual !== '' && typeof usual !== 'object';
  const isSecret = shape.meta.secret === true && !holdsReference(usual);
  if (!isTold || isSecret || !accepts(shape, usual)) return undefined;
  return writing(usual, t('Write {0} wherever {1} is missing', JSON.stringify(usual), label), pointer);
}

function onlyValue({ options: [only, ...others] }: EnumShape): JsonValue | undefined {
  return others.length === 0 ? only?.value : undefined;
}

/** Digits in quotes, too, which are wrong in both ways. */
function nearestNumber(shape: Shape, value: unknown): number | undefined {
  if (shape.kind !== 'number') return undefined;
  const given = typeof value === 'string' && /^-?\d{1,15}$/.test(value) ? Number(value) : value;
  if (typeof given !== 'number') return undefined;
  const { minimum = Number.NEGATIVE_INFINITY, maximum = Number.POSITIVE_INFINITY } = shape;
  const near = Math.min(Math.max(given, minimum), maximum);
  return near !== value && accepts(shape, near) ? near : undefined;
}

function writing(value: JsonValue, titleForAll: string, pointer: string): Mend {
  return { title: t('Write {0}', JSON.stringify(value)), titleForAll, edits: [{ kind: 'set', pointer, value }] };
}
