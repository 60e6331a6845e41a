import { t } from '@vscode/l10n';
import { replyJson } from '../../http';
import type { Call } from '../../operation';
import { describeProblem } from '../../problems/describeProblem';
import { describeRefusal } from '../../problems/describeRefusal';
import { quotable } from '../../quoting/oneLine';
import { maskerOf } from '../../secrets/masker';
import { CallFailed } from '../../sending/callFailed';
import type { DoorPorts } from '../../sending/ports';
import type { Run } from '../../sending/run';
import type { RunCause } from '../../sending/runOrigin';
import { sendRequest } from '../../sending/sendRequest';

export interface DoorCallOptions {
  /** Id of the connection. */
  readonly connection: string;
  readonly cause: RunCause;
  readonly signal?: AbortSignal;
  onRun?(run: Run): void;
}

/** Calls of an API's own operations through the door, for what takes several of them. */
export function doorCall(ports: DoorPorts, { connection, cause, signal, onRun }: DoorCallOptions): Call {
  return async (operation, values) => {
    const run = await sendRequest(ports, { operation, connection, ...values }, { cause }, { isLiteral: true, signal });
    onRun?.(run);
    const { outcome, secrets } = run;
    if (outcome.kind === 'failed' || outcome.reading.failed) throw new CallFailed(operation, outcome, secrets);
    return replyJson(outcome.reply);
  };
}

/** Why such a call did not succeed, in a sentence or two. */
export function callFailedText(error: unknown): string {
  if (!(error instanceof CallFailed)) return t('What the API answered is not what it documents.');
  const { outcome, secrets } = error;
  // A server may answer with what it was sent.
  if (outcome.kind === 'replied')
    return quotable(maskerOf(secrets, undefined).text(describeRefusal(outcome).cause), 300);
  const { title, cause } = describeProblem(outcome.problem);
  return `${title}. ${cause}`;
}
