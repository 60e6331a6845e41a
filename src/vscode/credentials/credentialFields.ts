import { t } from '@vscode/l10n';
import type { CredentialKind } from '../../core/auth';
import { readCredential } from '../../core/connections/credentialText';

export interface CredentialFieldQuestion {
  readonly name: string;
  readonly title: string;
  /** The title, and the description when there is one. */
  readonly prompt: string;
  readonly secret: boolean;
  readonly check: (text: string) => string | undefined;
}

/** The questions of a credential kind, from the meta data of its fields. */
export function questionsOfKind(kind: CredentialKind): readonly CredentialFieldQuestion[] {
  return Object.entries(kind.fields.shape).map(([name, schema]) => {
    const meta = schema.meta() ?? {};
    const title = meta.title ?? name;
    return {
      name,
      title,
      prompt: meta.description === undefined ? title : `${title}: ${meta.description}`,
      secret: meta.secret ?? false,
      check: (text) => {
        const outcome = schema.safeParse(text === '' ? undefined : text);
        if (outcome.success) return faultOf(name, title, text);
        return text === '' ? t('{0} is needed.', title) : (outcome.error.issues[0]?.message ?? t('This is not valid.'));
      },
    };
  });
}

/** What was typed is never repeated. */
function faultOf(name: string, title: string, text: string): string | undefined {
  const { fault } = readCredential(name, text);
  return fault === undefined ? undefined : `${title} ${fault}.`;
}
