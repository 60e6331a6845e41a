import { t } from '@vscode/l10n';
import type * as z from 'zod';
import type { FormField, FormModel, FormSection } from '../../protocol/form';
import type { Operation } from '../operation';
import type { Provider } from '../provider';
import { formField, formFields } from './formField';
import { shapeOf } from './shapes/shapeOf';

const models = new WeakMap<Operation, FormModel>();

/** The form of an operation, made once. */
export function formModel(provider: Provider, operation: Operation): FormModel {
  const known = models.get(operation);
  if (known) return known;
  const { id, title, summary, method, path, docs, request } = operation;
  const sections = [
    section('path', t('Path parameters'), request.path),
    section('query', t('Query parameters'), request.query),
    section('body', t('Body'), request.body),
  ].filter((candidate) => candidate !== undefined);
  const model = { operation: id, provider: provider.title, title, summary, method, path, docs, sections };
  models.set(operation, model);
  return model;
}

function section(id: FormSection['id'], title: string, schema: z.ZodType | undefined): FormSection | undefined {
  if (schema === undefined) return undefined;
  const shape = shapeOf(schema);
  // A body that is no plain object is one field whose pointer is the section's own.
  const fields: readonly FormField[] =
    shape.kind === 'object' && !shape.others ? formFields(shape) : [formField('', shape, { required: true, title })];
  return fields.length === 0 ? undefined : { id, title, fields };
}
