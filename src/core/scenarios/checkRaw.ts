import type { Headers } from '../http';
import type { Operation } from '../operation';
import { CallFailed } from '../sending/callFailed';
import { recogniseErrors } from '../sending/recogniseErrors';
import { authorize } from '../sending/tokens/authorization';
import type { OperationCase, RawRequest } from './case';
import type { CaseFault } from './caseFault';
import { findOperation, unknownOperation } from './checkOperation';
import { checkFailure, checkReply, replyCriteria } from './checkReply';
import type { Play } from './play';
import { askedOfReply } from './running/attempt';

/**
 * Sends a request as it stands, without the door and its checks: as a client that is not ours. Its reply is judged as that
 * of a step.
 */
export async function checkRaw(
  play: Play,
  item: OperationCase,
  { method, path, headers = {}, body, anonymous = false }: RawRequest,
  pointer: string,
): Promise<readonly CaseFault[]> {
  const operation = findOperation(play, item.operation);
  if (operation === undefined) return [unknownOperation(item, pointer)];
  const authorization = anonymous ? {} : await authorizationOf(play, operation, `${pointer}/raw`);
  if (isFault(authorization)) return [authorization];
  const answer = await play.stage.emulator.exchange({
    method,
    path: play.kept.text(path),
    headers: { ...authorization, ...play.kept.texts(headers) },
    body: body === undefined ? undefined : play.kept.text(body),
  });
  const reply = play.replyOf(answer, `${pointer}/raw`);
  if ('pointer' in reply) return [reply];
  const { errors } = recogniseErrors(play.stage.provider, operation, reply);
  const criteria = replyCriteria(item, `${pointer}/reply`);
  return [
    ...checkReply(play.kept, item, { reply, checks: askedOfReply(criteria, reply) }, `${pointer}/reply`),
    ...checkFailure(item, errors, `${pointer}/failure`),
  ];
}

async function authorizationOf(play: Play, operation: Operation, pointer: string): Promise<Headers | CaseFault> {
  const { tokens, now } = play.ports();
  const { connection, stage } = play;
  const context = {
    auth: stage.provider.auth,
    connection,
    credentials: play.credentials(),
    tokens,
    call: play.call(),
    now,
  };
  try {
    return await authorize(operation.authorization ?? 'token', context);
  } catch (error: unknown) {
    if (!(error instanceof CallFailed)) throw error;
    return { pointer, message: `There is no token: ${error.message}.`, nextStep: 'Look at the credentials.' };
  }
}

function isFault(value: Headers | CaseFault): value is CaseFault {
  return 'nextStep' in value;
}
