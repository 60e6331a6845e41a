import { t } from '@vscode/l10n';
import { titlesOf } from '../../core/forms/titlesOf';
import { maskedPointers } from '../../core/history/record';
import type { TitleOf } from '../../core/problems/problem';
import { setAt } from '../../core/requests/pointer';
import type { RequestFile } from '../../core/requests/requestFile';
import type { Run } from '../../core/sending/run';
import { withoutScenario } from '../../core/sending/runOrigin';
import type { ConnectionServices } from '../connections/connectionServices';
import { showInput } from '../shell/asking/boxes';
import { commandIds } from '../shell/contributions/commandIds';
import { noticeText } from '../shell/noticeText';
import { executeCommand } from '../shell/runCommand';
import { isEmulatorAct, tellOnlyInScenario } from './recordedRun';
import type { SendingServices } from './sender';

/** Sends a run's request again, with the same values on the same connection. */
export async function replayRequest(
  { sender, registry }: Pick<SendingServices, 'sender'> & Pick<ConnectionServices, 'registry'>,
  { request, baseUrl, origin }: Pick<Run, 'request' | 'baseUrl' | 'origin'>,
): Promise<void> {
  if (isEmulatorAct(request.operation)) return tellOnlyInScenario();
  const filled = await fillRecorded({ registry }, request);
  if (filled === undefined) return;
  // What was held back went nowhere.
  await sender.send(filled, {
    ...withoutScenario(origin),
    cause: 'replay',
    ...(baseUrl !== '' && { sentBeforeTo: baseUrl }),
  });
}

/** The request with what the history does not keep, which is asked for. Undefined when the user backed out. */
export async function fillRecorded(
  { registry }: Pick<ConnectionServices, 'registry'>,
  request: RequestFile,
): Promise<RequestFile | undefined> {
  const found = await registry.operation(request.operation);
  return fillMasks(request, found && titlesOf(found.provider, found.operation));
}

/** Opens a run's request as a new file, to be changed and sent again. */
export async function editRequest(request: RequestFile): Promise<void> {
  if (isEmulatorAct(request.operation)) return tellOnlyInScenario();
  await executeCommand(commandIds.openRequest, withoutMasks(request));
}

/** For the form: fields whose values the history does not keep are left empty. */
export function withoutMasks(request: RequestFile): RequestFile {
  return maskedPointers(request).reduce((filled, pointer) => setAt(filled, pointer, ''), request);
}

/** Undefined when the user backed out. */
async function fillMasks(
  request: RequestFile,
  titleOf: TitleOf = (pointer) => pointer,
): Promise<RequestFile | undefined> {
  let filled = request;
  for (const pointer of maskedPointers(request)) {
    const value = await showInput({
      title: t('Replay'),
      prompt: noticeText(t('The history does not keep the value of {0}.', titleOf(pointer))),
      password: true,
    });
    if (value === undefined) return undefined;
    filled = setAt(filled, pointer, value);
  }
  return filled;
}
