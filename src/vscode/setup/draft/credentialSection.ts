import { t } from '@vscode/l10n';
import * as z from 'zod';
import type { CredentialKind, Credentials } from '../../../core/auth';
import { formField } from '../../../core/forms/formField';
import { shapeOf } from '../../../core/forms/shapes/shapeOf';
import type { Provider } from '../../../core/provider';
import type { FormField, Issue } from '../../../protocol/form';
import type { SetUpSection } from '../../../protocol/pages/setUp';
import { questionsOfKind } from '../../credentials/credentialFields';

/** The ways to sign in, of which one is chosen; the only one stands there by itself. */
export function credentialSection({ auth }: Provider): SetUpSection {
  const [only, ...others] = auth.kinds;
  const fields = only === undefined ? [] : [others.length === 0 ? onlyField(only) : variantField(auth.kinds)];
  return { id: 'credentials', title: t('Credentials'), fields: fields.map(writeOnly) };
}

export function secretFieldNames({ auth }: Provider): ReadonlySet<string> {
  const all = auth.kinds.flatMap(questionsOfKind);
  return new Set(all.filter(({ secret }) => secret).map(({ name }) => name));
}

/** The kind that knows most of what is there: names are common to several. */
export function kindOf({ auth }: Provider, credentials: Credentials): CredentialKind | undefined {
  const scores = auth.kinds.map((kind) => Object.keys(kind.fields.shape).filter((name) => name in credentials).length);
  return auth.kinds[scores.indexOf(Math.max(...scores))];
}

/** What is wrong with what was given; what is missing where something was given, or where all is needed. */
export function credentialIssues(kind: CredentialKind, given: Credentials): readonly Issue[] {
  return questionsOfKind(kind).flatMap(({ name, check }): readonly Issue[] => {
    const message = check((given[name] ?? '').trim());
    return message === undefined
      ? []
      : [{ pointer: `/credentials/${name}`, code: 'credential', message, severity: 'error' }];
  });
}

function onlyField({ fields }: CredentialKind): FormField {
  return formField('', shapeOf(fields), { required: true, title: t('Credentials') });
}

function variantField(kinds: readonly CredentialKind[]): FormField {
  const schemas = kinds.map(({ id, title, fields }) =>
    z.object({ kind: z.literal(id), ...fields.shape }).meta({ title }),
  );
  return formField('', shapeOf(z.union(schemas)), { required: true, title: t('Credentials') });
}

/** Secrets are typed, and never shown again. */
function writeOnly(field: FormField): FormField {
  switch (field.kind) {
    case 'text':
      return field.secret ? { ...field, writeOnly: true } : field;
    case 'group':
      return { ...field, fields: field.fields.map(writeOnly) };
    case 'variant':
      return {
        ...field,
        variants: field.variants.map((variant) => ({ ...variant, fields: variant.fields.map(writeOnly) })),
      };
    default:
      return field;
  }
}
