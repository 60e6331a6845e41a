import type { PreparedRequest } from '../../core/operation';
import { isComplete, requestFileOf } from '../../core/requests/preparedRequest';
import type { RunOrigin } from '../../core/sending/runOrigin';
import { commandIds } from '../shell/contributions/commandIds';
import { executeCommand } from '../shell/runCommand';
import { linkRecipient } from './linkRecipient';
import type { SendingServices } from './sender';

/** Sends what is complete and opens the form for what is not. Whether it may be sent is the door's question. */
export async function takePrepared(
  { sender }: Pick<SendingServices, 'sender'>,
  prepared: PreparedRequest,
  connection: string,
  origin: RunOrigin,
): Promise<void> {
  const request = requestFileOf(prepared, connection);
  if (!isComplete(prepared)) return executeCommand(commandIds.openRequest, request);
  await sender.send(request, { ...origin, ...linkRecipient(prepared) });
}
