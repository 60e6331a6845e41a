import type { Connection } from '../../../core/connections/connection';
import { receiversOf } from '../../../core/connections/connection';
import { resolveConnection } from '../../../core/connections/resolveConnection';
import { confirmOrigin } from '../../credentials/credentialQuestions';
import { isProblem, ProblemError } from '../../shell/explainError';
import type { SetupServices } from '../setupServices';
import type { SetUpDraft } from './setUpDraft';

export function connectionOf(draft: SetUpDraft): Connection {
  const { provider } = draft.subject;
  const connection = resolveConnection(provider, draft.setting);
  if (isProblem(connection)) throw new ProblemError(connection, { provider: provider.id });
  return connection;
}

/** Kept credentials go to another address only when a person says so. False when they must not. */
export async function mayUseCredentials(
  { credentials }: Pick<SetupServices, 'credentials'>,
  draft: SetUpDraft,
  connection: Connection,
): Promise<boolean> {
  const { before, provider, authority } = draft.subject;
  if (!draft.usesKept || before === undefined) return true;
  const earlier = resolveConnection(provider, before);
  const given = isProblem(earlier) ? [] : receiversOf(earlier, authority);
  const wanted = (await credentials.receivers(connection)).filter((origin) => !given.includes(origin));
  if (wanted.length === 0 || draft.isConfirmedFor(wanted)) return true;
  const answer = await confirmOrigin(connection, given, wanted);
  if (answer !== 'use') return false;
  draft.confirmFor(wanted);
  return true;
}

/** Writes the setting, and keeps the credentials for exactly its addresses. */
export async function saveDraft(services: SetupServices, draft: SetUpDraft): Promise<Connection> {
  const { connections, credentials } = services;
  const connection = connectionOf(draft);
  // The form goes on while a question is open: what is answered is what is written.
  const { credentials: given, setting, home } = draft;
  const isGiven = Object.keys(given).length > 0;
  const isKept = isGiven && (await mayUseCredentials(services, draft, connection));
  await connections.save(setting, home);
  if (isKept) await credentials.give(connection, given);
  return connection;
}
