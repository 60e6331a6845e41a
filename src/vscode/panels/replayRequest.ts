import * as vscode from 'vscode';
import { emulatorConnectionId } from '../../core/connections/connection';
import { maskedPointers } from '../../core/history/record';
import type { Provider } from '../../core/provider';
import { setAt } from '../../core/requests/pointer';
import type { RequestFile } from '../../core/requests/requestFile';
import type { Run } from '../../core/sending/run';
import type { Services } from '../services';

/** Sends a run's request again, with the same values on the same connection. */
export async function replayRequest(
  { sender, connections }: Services,
  provider: Provider,
  run: Pick<Run, 'request' | 'baseUrl'>,
  folder: vscode.Uri | undefined,
): Promise<void> {
  const connection = (await connections.list(provider)).find(({ id }) => id === run.request.connection);
  const reason = connection && connection.id !== emulatorConnectionId && reasonToAsk(run.baseUrl, connection);
  if (reason && !(await confirm(reason))) return;
  const request = await fillMasks(run.request);
  if (request !== undefined) await sender.send(request, folder ? { folder } : {});
}

/** For the form: fields whose values the history does not keep are left empty. */
export function withoutMasks(request: RequestFile): RequestFile {
  return maskedPointers(request).reduce((filled, pointer) => setAt(filled, pointer, '') as RequestFile, request);
}

function reasonToAsk(
  before: string,
  { baseUrl, live, title }: { baseUrl: string; live: boolean; title: string },
): string {
  if (baseUrl !== before) return `"${title}" now goes to ${baseUrl}. It went to ${before} then.`;
  return live ? `"${title}" is live: invites sent there reach real people.` : '';
}

async function confirm(detail: string): Promise<boolean> {
  const send = 'Send Again';
  return (await vscode.window.showWarningMessage('Send this request again?', { modal: true, detail }, send)) === send;
}

/** Undefined when the user backed out. */
async function fillMasks(request: RequestFile): Promise<RequestFile | undefined> {
  let filled = request;
  for (const pointer of maskedPointers(request)) {
    const value = await vscode.window.showInputBox({
      title: 'Replay',
      prompt: `The history does not keep the value of ${pointer}.`,
      password: true,
      ignoreFocusOut: true,
    });
    if (value === undefined) return undefined;
    filled = setAt(filled, pointer, value) as RequestFile;
  }
  return filled;
}
