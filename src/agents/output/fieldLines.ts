import { formModel } from '../../core/forms/formModel';
import type { FormField, FormSection } from '../../protocol/form';
import type { FoundOperation } from '../lookUp';

/** One field in one line: its place in the request, and what belongs there. */
export interface FieldLine {
  /** With `*` for any item of a list. */
  readonly pointer: string;
  readonly isRequired: boolean;
  readonly says: string;
}

/** Everything that a request of the operation may hold, in the order of its form. */
export function fieldLines({ provider, operation }: FoundOperation): readonly FieldLine[] {
  return formModel(provider, operation).sections.flatMap(linesOfSection);
}

function linesOfSection({ id, fields }: FormSection): readonly FieldLine[] {
  return fields.flatMap((field) => linesOf(field, `/${id}`, true));
}

/** What stands within something optional is only needed with it. */
function linesOf(field: FormField, above: string, isNeeded: boolean, suffix = ''): readonly FieldLine[] {
  const pointer = field.key === '' ? above : `${above}/${field.key}`;
  const isRequired = isNeeded && field.required;
  return [{ pointer, isRequired, says: `${sayOf(field)}${suffix}` }, ...innerLines(field, pointer, isRequired)];
}

function innerLines(field: FormField, pointer: string, isNeeded: boolean): readonly FieldLine[] {
  switch (field.kind) {
    case 'group':
      return field.fields.flatMap((inner) => linesOf(inner, pointer, isNeeded));
    case 'list':
      return innerLines(field.item, `${pointer}/*`, isNeeded && (field.minItems ?? 0) > 0);
    case 'variant':
      return field.variants.flatMap(({ label, fields }) =>
        fields.flatMap((inner) => linesOf(inner, pointer, false, ` (${label})`)),
      );
    default:
      return [];
  }
}

function sayOf(field: FormField): string {
  const need = field.required ? 'required' : 'optional';
  const parts = [`${kindOf(field)}, ${need}`, field.hint, field.description ?? field.label];
  return parts.filter((part) => part !== undefined && part !== '').join('. ');
}

function kindOf(field: FormField): string {
  switch (field.kind) {
    case 'text':
      return field.secret ? 'secret text' : 'text';
    case 'number':
      return field.integer ? 'whole number' : 'number';
    case 'check':
      return `${JSON.stringify(field.on)} or ${JSON.stringify(field.off)}`;
    case 'choice':
      return `one of ${field.options.map(({ value }) => JSON.stringify(value)).join(', ')}`;
    case 'file':
      return 'file: a path or a data: URI';
    case 'group':
      return 'object';
    case 'list':
      return `list of ${kindOf(field.item)}`;
    case 'variant':
      return `one of these objects: ${field.variants.map(({ label }) => label).join(', ')}`;
    case 'json':
      return 'JSON';
  }
}
