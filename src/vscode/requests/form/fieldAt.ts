import { splitPointer } from '../../../core/requests/pointer';
import type { FormField, FormModel } from '../../../protocol/form';

/** The field of a place of the request; undefined where the form has none. */
export function fieldAt({ sections }: Pick<FormModel, 'sections'>, pointer: string): FormField | undefined {
  const [section = '', ...path] = splitPointer(pointer);
  return memberAt(sections.find(({ id }) => id === section)?.fields ?? [], path);
}

function memberAt(fields: readonly FormField[], path: readonly string[]): FormField | undefined {
  const [key, ...rest] = path;
  const root = fields.find((candidate) => candidate.key === '');
  if (root) return below(root, path);
  const field = fields.find((candidate) => candidate.key === key);
  return field && below(field, rest);
}

function below(field: FormField, path: readonly string[]): FormField | undefined {
  if (path.length === 0) return field;
  if (field.kind === 'list') return below(field.item, path.slice(1));
  if (field.kind === 'group') return memberAt(field.fields, path);
  if (field.kind !== 'variant') return undefined;
  return field.variants.map((variant) => memberAt(variant.fields, path)).find((found) => found !== undefined);
}
