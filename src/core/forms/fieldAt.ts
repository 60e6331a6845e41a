import type { FormField, FormModel } from '../../protocol/form';
import { splitPointer } from '../requests/pointer';

/** The field of a place of a request; of several shapes, the first one that knows it. */
export function fieldAt({ sections }: Pick<FormModel, 'sections'>, pointer: string): FormField | undefined {
  const [section = '', ...path] = splitPointer(pointer);
  const fields = sections.find(({ id }) => id === section)?.fields ?? [];
  // A body that is no object is one field without a name.
  const whole = fields.find(({ key }) => key === '');
  return whole ? below(whole, path) : among(fields, path);
}

function among(fields: readonly FormField[], [key, ...rest]: readonly string[]): FormField | undefined {
  const field = fields.find((candidate) => candidate.key === key);
  return field && below(field, rest);
}

function below(field: FormField, path: readonly string[]): FormField | undefined {
  if (path.length === 0) return field;
  if (field.kind === 'list') return below(field.item, path.slice(1));
  if (field.kind === 'group') return among(field.fields, path);
  if (field.kind !== 'variant') return undefined;
  return field.variants.map((variant) => among(variant.fields, path)).find((found) => found !== undefined);
}
