import { t } from '@vscode/l10n';
import type * as vscode from 'vscode';
import type { CredentialKind, Credentials } from '../../core/auth';
import { receiverName } from '../../core/connections/connection';
import type { Provider } from '../../core/provider';
import { listed } from '../../protocol/turns';
import { showPick } from '../shell/asking/boxes';
import { askSteps, inputStep, type PickItem, pickStep, type Step } from '../shell/asking/steps';
import { questionsOfKind } from './credentialFields';

/** What was typed so far. */
export interface CredentialDraft {
  readonly kind?: CredentialKind;
  readonly fields: Credentials;
}

/** Undefined when the user gave up. */
export async function askForCredentials(provider: Provider, title: string): Promise<Credentials | undefined> {
  const draft = await askSteps<CredentialDraft>(title, { fields: {} }, (state) =>
    credentialSteps(provider, state, (_, next) => next),
  );
  return draft?.fields;
}

/** The steps that ask for credentials, as part of a longer list of questions. */
export function credentialSteps<State>(
  provider: Provider,
  draft: CredentialDraft,
  put: (state: State, draft: CredentialDraft) => State,
): readonly Step<State>[] {
  const [only, ...others] = provider.auth.kinds;
  const kind = others.length === 0 ? only : draft.kind;
  return [
    ...(others.length === 0 ? [] : [kindStep(provider, put)]),
    ...(kind === undefined ? [] : fieldSteps(kind, draft, put)),
  ];
}

function kindStep<State>(provider: Provider, put: (state: State, draft: CredentialDraft) => State): Step<State> {
  const items: readonly PickItem<CredentialKind>[] = provider.auth.kinds.map((kind) => ({
    label: kind.title,
    description: questionsOfKind(kind)
      .map((field) => field.title)
      .join(', '),
    value: kind,
  }));
  return pickStep({ placeholder: t('How do you sign in to this API?'), items }, (state: State, kind) =>
    put(state, { kind, fields: {} }),
  );
}

function fieldSteps<State>(
  kind: CredentialKind,
  draft: CredentialDraft,
  put: (state: State, draft: CredentialDraft) => State,
): readonly Step<State>[] {
  return questionsOfKind(kind).map((field) =>
    inputStep<State>(
      {
        prompt: field.prompt,
        password: field.secret,
        value: field.secret ? '' : (draft.fields[field.name] ?? ''),
        check: field.check,
      },
      (state, text) => put(state, { kind, fields: withField(draft.fields, field.name, text) }),
    ),
  );
}

function withField(fields: Credentials, name: string, text: string): Credentials {
  const { [name]: _, ...others } = fields;
  return text === '' ? others : { ...others, [name]: text };
}

export type ConfirmAnswer = 'use' | 'enter' | undefined;

/** Credentials never follow a changed address by themselves. The safe answer stands first: Enter alone sends nothing. */
export async function confirmOrigin(
  connection: { readonly title: string },
  given: readonly string[],
  wanted: readonly string[],
): Promise<ConfirmAnswer> {
  const there = listed(given.map(receiverName));
  const here = listed(wanted.map(receiverName));
  const items: readonly (vscode.QuickPickItem & { readonly answer: ConfirmAnswer })[] = [
    { label: t("$(close) Don't send them"), description: t('nothing is sent'), answer: undefined },
    { label: t('$(key) Enter other credentials'), description: t('for {0}', here), answer: 'enter' },
    { label: t('$(warning) Send them to {0} too', here), answer: 'use' },
  ];
  const choice = await showPick(items, {
    title: t('Credentials of "{0}" were given for {1}', connection.title, there),
    placeHolder: t('Send them to {0} too?', here),
  });
  return choice?.answer;
}
