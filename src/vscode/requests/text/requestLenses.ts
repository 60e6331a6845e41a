import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import type { Connection } from '../../../core/connections/connection';
import { agoText } from '../../../core/history/listing/agoText';
import { outcomeText } from '../../../core/history/listing/rowText';
import { lookOf } from '../../shell/connectionLook';
import { commandIds } from '../../shell/contributions/commandIds';
import { asCommand } from '../../shell/runCommand';
import type { LastOutcome } from '../files/lastOutcomes';
import type { CheckedRequest } from '../session/checkRequest';

/** Above the text of a request: send it, where it goes, and what came of it when it was last sent. */
export function requestLenses(
  document: vscode.TextDocument,
  state: CheckedRequest,
  last: LastOutcome | undefined,
  now: number,
): vscode.CodeLens[] {
  const top = new vscode.Range(0, 0, 0, 0);
  const commands = [
    ...(state.kind === 'checked' ? callCommands(document.uri, state) : []),
    ...(last === undefined ? [] : [outcomeCommand(last, now)]),
  ];
  return commands.map((command) => new vscode.CodeLens(top, command));
}

function callCommands(uri: vscode.Uri, { request, connections }: CheckedRequest & { kind: 'checked' }) {
  const connection = connections.find(({ id }) => id === request.connection);
  const where = connection === undefined ? t('no connection') : titleOf(connection);
  const icon = connection === undefined ? 'plug' : lookOf(connection).icon;
  return [
    asCommand(commandIds.sendFile, t('$(play) Send'), uri),
    asCommand(commandIds.switchConnection, `$(${icon}) ${inLens(where)}`),
    asCommand(commandIds.openAsForm, t('$(preview) Form')),
  ];
}

function outcomeCommand(last: LastOutcome, now: number): vscode.Command {
  const icon = last.failed ? 'error' : 'pass';
  const words = `${outcomeText({ ...last })}, ${agoText(last.sentAt, now, vscode.env.language)}`;
  return asCommand(commandIds.history.open, `$(${icon}) ${words}`, { id: last.run });
}

/** A title of the settings is no icon. */
function inLens(text: string): string {
  return text.replaceAll('$(', '$ (');
}

function titleOf({ title, live }: Connection): string {
  return live ? `${title} · ${t('live')}` : title;
}
