import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import { emulatorConnectionId } from '../../../core/connections/connection';
import { commandIds } from '../../shell/contributions/commandIds';
import type { MisplacedSecret } from '../../shell/contributions/tables/requestCommands';
import { showInfo } from '../../shell/notices';
import { registerCommand } from '../../shell/runCommand';
import type { RequestServices } from '../requestServices';
import type { OpenRequests } from '../session/openRequests';

export function registerMoveToCredentials(services: RequestServices, requests: OpenRequests): void {
  registerCommand(
    services,
    commandIds.moveToCredentials,
    (secret) => secret && moveToCredentials(services, requests, secret),
  );
}

/** Kept first, and taken out of the file only then: nothing is lost on the way. */
export async function moveToCredentials(
  services: RequestServices,
  requests: OpenRequests,
  { uri, pointer }: MisplacedSecret,
): Promise<void> {
  const [{ hardCodedSecrets, referenceTo }, { getAt }] = await Promise.all([
    import('../../../core/secrets/hardCodedSecrets'),
    import('../../../core/requests/pointer'),
  ]);
  const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(uri, true));
  const session = (await requests.sessions()).of(document);
  const state = await session.check();
  if (state.kind !== 'checked') return;
  const found = hardCodedSecrets(state.operation, state.request).find((one) => one.pointer === pointer);
  const value = getAt(state.request, pointer);
  const connection = state.connections.find(({ id }) => id === state.request.connection);
  if (found?.credential === undefined || typeof value !== 'string' || connection === undefined) return;
  if (connection.id !== emulatorConnectionId) {
    const known = await services.credentials.read(connection);
    const others = known.kind === 'found' ? known.credentials : {};
    await services.credentials.give(connection, { ...others, [found.credential]: value });
  }
  await session.edits.apply([{ kind: 'set', pointer, value: referenceTo(found.credential) }], session.version);
  void showInfo(
    t('"{0}" is kept with the credentials of {1}, and no longer in the file.', found.credential, connection.title),
  );
}
