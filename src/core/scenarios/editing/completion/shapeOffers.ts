import { t } from '@vscode/l10n';
import { labelOf, optionLabel } from '../../../forms/shapes/label';
import { offersNull } from '../../../forms/shapes/offersNull';
import type { EnumShape, Shape } from '../../../forms/shapes/shape';
import { describeShape } from '../describing/describeShape';
import type { Offer } from './completion';

type Scalar = string | number | boolean | null;

/** The values that a schema names. */
export function valueOffers(shapes: readonly Shape[]): readonly Offer[] {
  const offers = shapes.flatMap((shape) => [
    ...ownOffers(shape),
    ...(offersNull(shape) ? [valueOffer(null, shape.meta.nullLabel)] : []),
  ]);
  return firstOfEach(offers);
}

function ownOffers(shape: Shape): readonly Offer[] {
  switch (shape.kind) {
    case 'enum':
      return optionOffers(shape);
    case 'boolean':
      return [valueOffer(true), valueOffer(false)];
    case 'text':
      return [...shape.suggestions, ...examplesOf(shape)].map((value) => valueOffer(value));
    case 'number':
      return examplesOf(shape).map((value) => valueOffer(value));
    default:
      return [];
  }
}

function optionOffers(shape: EnumShape): readonly Offer[] {
  return shape.options.flatMap((option) => {
    if (!isScalar(option.value)) return [];
    const label = optionLabel(shape, option);
    return [valueOffer(option.value, label === String(option.value) ? undefined : label, option.description)];
  });
}

function examplesOf({ meta }: Shape): readonly Scalar[] {
  return (meta.examples ?? []).filter(isScalar);
}

function isScalar(value: unknown): value is Scalar {
  return value === null || ['string', 'number', 'boolean'].includes(typeof value);
}

function valueOffer(value: Scalar, detail?: string, says?: string): Offer {
  return { kind: 'value', label: String(value), value, detail, says };
}

/** A name that an object may have. */
export interface NameOffer extends Offer {
  readonly holds: 'object' | 'list' | 'scalar';
  /** Nothing is known of what may stand behind it. */
  readonly isFree?: boolean;
}

/** The names that a schema has, those that must be there first. */
export function nameOffers(shapes: readonly Shape[]): readonly NameOffer[] {
  const offers = shapes.flatMap((shape) => {
    if (shape.kind !== 'object') return [];
    const names = [...shape.properties].map(([name, own]) => nameOffer(name, own, shape.required.has(name)));
    return [...names.filter(({ isRequired }) => isRequired), ...names.filter(({ isRequired }) => !isRequired)];
  });
  return firstOfEach(offers);
}

function nameOffer(name: string, shape: Shape, isRequired: boolean) {
  const { meta, kind } = shape;
  const title = labelOf(name, meta);
  const says = [title, meta.description, describeShape(shape)].filter((part) => part !== undefined).join('\n\n');
  const holds = kind === 'object' || kind === 'list' ? kind : 'scalar';
  return {
    kind: 'field',
    label: name,
    detail: isRequired ? t('required') : undefined,
    says,
    isRequired,
    holds,
  } as const;
}

function firstOfEach<One extends Offer>(offers: readonly One[]): readonly One[] {
  return offers.filter(({ label }, index) => offers.findIndex((other) => other.label === label) === index);
}
