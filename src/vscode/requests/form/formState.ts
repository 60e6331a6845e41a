import { t } from '@vscode/l10n';
import { withFileIssues } from '../../../core/attachments/fileInspector';
import type { Connection } from '../../../core/connections/connection';
import { isUnchecked } from '../../../core/connections/connectionTls';
import { issueGroups } from '../../../core/forms/checks/issueGroups';
import { mendsForAll } from '../../../core/forms/checks/mendsForAll';
import { numberSpellings } from '../../../core/json/numberSpellings';
import { describeProblem } from '../../../core/problems/describeProblem';
import type { Problem } from '../../../core/problems/problem';
import { describeVariables, previewVariables } from '../../../core/requests/references/previewVariables';
import { previewRewriting } from '../../../core/sending/rewriting/previewRewriting';
import type { Translation } from '../../../core/translation/translation';
import type { Choice } from '../../../protocol/form';
import type { JsonObject } from '../../../protocol/json';
import type { ConnectionChoice, FormState, RequestOrigin } from '../../../protocol/pages/formState';
import type { CheckedRequest } from '../session/checkRequest';
import type { RequestAttachments } from '../session/requestAttachments';
import type { RequestFacts } from '../session/requestFacts';

/** What is shown of a session besides its state. */
export interface ShownSession {
  readonly facts: Pick<RequestFacts, 'value' | 'notice'>;
  readonly attachments: Pick<RequestAttachments, 'inspections'>;
  readonly isSending: boolean;
  readonly passedMs?: number | undefined;
}

/** What is shown beside what the session knows. */
export interface Translating {
  readonly translations: readonly Translation[];
  readonly origin: RequestOrigin | undefined;
}

/** What the form shows of a session's state. */
export function formState(
  state: CheckedRequest,
  session: ShownSession,
  { translations, origin }: Translating = { translations: [], origin: undefined },
): FormState {
  if (state.kind === 'unknownOperation') return { ...unreadable(state), operations: state.meant };
  if (state.kind === 'unreadable') {
    const mend = state.broken?.mend?.title;
    return {
      ...unreadable({ kind: 'unreadableRequest', detail: state.detail }),
      ...(mend !== undefined && { mend, nextStep: t('Mend it here with one click, or open it as text.') }),
    };
  }
  const { request, provider, operation, connections, issues } = state;
  const { path, query, body } = request;
  const { inspections } = session.attachments;
  const all = withFileIssues(issues, inspections);
  const connection = connections.find(({ id }) => id === request.connection);
  const sections = { ...(path && { path }), ...(query && { query }), ...(body !== undefined && { body }) };
  const notes = connection === undefined ? {} : previewVariables(operation, sections, connection.variables);
  const sent = previewRewriting(state, connection, sections);
  return {
    kind: 'form',
    values: definedOnly({ path, query, body }),
    spellings: request.written === undefined ? {} : numberSpellings(request.written),
    issues: all,
    mendsForAll: mendsForAll(all).map(({ title }) => title),
    issueGroups: issueGroups(all),
    attachments: Object.fromEntries(
      inspections.flatMap(({ pointer, text }) => (text === undefined ? [] : [[pointer, text]])),
    ),
    ...(Object.keys(sent.places).length > 0 && { sentAs: sent.places }),
    ...(Object.keys(notes).length > 0 && { notes }),
    suggestions: suggestionsOf(operation, session.facts.value),
    variables: describeVariables(connection?.variables ?? {}),
    connection: request.connection,
    connections: connections.map(connectionChoice),
    notices: [provider.notice, sent.notice, session.facts.notice].filter((notice) => notice !== undefined),
    translations: translations.map(({ to, title }) => ({ to, title })),
    ...(origin !== undefined && { origin }),
    ...sendingOf(session),
  };
}

export function unreadable(problem: Problem): Extract<FormState, { kind: 'unreadable' }> {
  const { title, cause, nextStep } = describeProblem(problem);
  return { kind: 'unreadable', title, message: cause, nextStep };
}

/** What of a form tells that its request is under way. */
export function sendingOf({ isSending, passedMs }: ShownSession) {
  return { sending: isSending, ...(passedMs !== undefined && { passedMs }) };
}

function suggestionsOf(
  operation: { suggest?(facts: unknown): Readonly<Record<string, readonly Choice[]>> },
  facts: unknown,
): Readonly<Record<string, readonly Choice[]>> {
  return facts === undefined ? {} : (operation.suggest?.(facts) ?? {});
}

function connectionChoice(connection: Connection): ConnectionChoice {
  const { id, title, environmentTitle, live, baseUrl } = connection;
  const choice = { id, title, environment: environmentTitle, live, baseUrl };
  return isUnchecked(connection) ? { ...choice, isUnchecked: true } : choice;
}

function definedOnly(values: { readonly [key: string]: JsonObject[string] | undefined }): JsonObject {
  return Object.fromEntries(
    Object.entries(values).flatMap(([key, value]) => (value === undefined ? [] : [[key, value] as const])),
  );
}
