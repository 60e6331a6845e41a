import type { FormField, FormModel } from '../../src/protocol/form';
import { segmentsOf } from './pointer';

/** A place of the request in the words of the form: "Signer 2 › Email". */
export function pointerTitle(model: FormModel, pointer: string): string {
  const [sectionId, ...rest] = segmentsOf(pointer);
  const section = model.sections.find(({ id }) => id === sectionId);
  if (!section) return pointer === '' ? 'Request' : pointer;
  const words = titlesIn(section.fields, rest);
  return words.length === 0 ? section.title : words.join(' › ');
}

function titlesIn(fields: readonly FormField[], segments: readonly string[]): readonly string[] {
  const root = fields.length === 1 && fields[0]?.key === '' ? fields[0] : undefined;
  if (root) return titlesBelow(root, segments);
  const [key, ...rest] = segments;
  if (key === undefined) return [];
  const field = fields.find((candidate) => candidate.key === key);
  if (!field) return [key, ...rest];
  // A list is named by its items.
  const below = titlesBelow(field, rest);
  return field.kind === 'list' && below.length > 0 ? below : [field.label, ...below];
}

function titlesBelow(field: FormField, segments: readonly string[]): readonly string[] {
  const [first, ...rest] = segments;
  if (first === undefined) return [];
  switch (field.kind) {
    case 'group':
      return titlesIn(field.fields, segments);
    case 'variant': {
      const variant = field.variants.find(({ fields }) => fields.some(({ key }) => key === first));
      return variant ? titlesIn(variant.fields, segments) : segments;
    }
    case 'list':
      return [`${field.itemLabel} ${Number(first) + 1}`, ...titlesBelow(field.item, rest)];
    default:
      return segments;
  }
}
