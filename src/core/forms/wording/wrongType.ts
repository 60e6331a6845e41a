import { t } from '@vscode/l10n';
import type { Shape } from '../shapes/shape';

const names = () => ({
  string: t('text'),
  number: t('a number'),
  boolean: t('a true or false'),
  list: t('a list'),
  object: t('an object'),
});

type ValueType = keyof ReturnType<typeof names>;

/** What a value is, to follow "is", when nothing of its type fits the shape; undefined for null, which is no value. */
export function wrongType(shape: Shape, value: unknown): string | undefined {
  const type = typeOf(value);
  return type === undefined || typesOf(shape)?.has(type) !== false ? undefined : names()[type];
}

function typeOf(value: unknown): ValueType | undefined {
  if (Array.isArray(value)) return 'list';
  if (typeof value === 'object') return value === null ? undefined : 'object';
  const type = typeof value;
  return type === 'string' || type === 'number' || type === 'boolean' ? type : undefined;
}

/** Undefined where every type may fit. */
function typesOf(shape: Shape): ReadonlySet<ValueType> | undefined {
  const types = plainTypesOf(shape);
  return types && new Set([...types, ...(shape.meta.alsoAccepts === 'string' ? (['string'] as const) : [])]);
}

function plainTypesOf(shape: Shape): readonly ValueType[] | undefined {
  switch (shape.kind) {
    case 'text':
      return ['string'];
    case 'enum':
      return shape.options.flatMap(({ value }) => typeOf(value) ?? []);
    case 'union': {
      const types = shape.options.map((option) => typesOf(option.shape));
      return types.includes(undefined) ? undefined : types.flatMap((one) => [...(one ?? [])]);
    }
    case 'any':
      return undefined;
    default:
      return [shape.kind];
  }
}
