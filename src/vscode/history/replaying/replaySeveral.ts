import { t } from '@vscode/l10n';
import type { HistoryEntry } from '../../../core/history/entry';
import { runOriginOf } from '../../../core/replies/restoreRun';
import type { RequestFile } from '../../../core/requests/requestFile';
import { mergeQuestions } from '../../../core/scenarios/running/asking/foresee';
import { isAgreedTo } from '../../../core/scenarios/running/asking/isAgreedTo';
import { mayBeSent } from '../../../core/sending/asking/mayBeSent';
import type { Question } from '../../../core/sending/asking/question';
import type { Run } from '../../../core/sending/run';
import type { RunOrigin } from '../../../core/sending/runOrigin';
import { sendRequest } from '../../../core/sending/sendRequest';
import type { OpenReplies } from '../../replies/openReplies';
import { askToSend } from '../../sending/askToSend';
import { isEmulatorAct } from '../../sending/recordedRun';
import { fillRecorded } from '../../sending/replayRequest';
import { showInfo, showProgress, showWarning } from '../../shell/notices';
import type { HistoryServices } from '../historyServices';

interface Planned {
  readonly request: RequestFile;
  readonly origin: RunOrigin;
}

/** Sends what several runs sent, the oldest first. What must be asked is asked once before; the first failure ends it. */
export async function replaySeveral(
  services: HistoryServices,
  replies: OpenReplies,
  entries: readonly HistoryEntry[],
): Promise<void> {
  const sendable = entries.filter(({ operation }) => !isEmulatorAct(operation));
  const planned = await plan(
    services,
    [...sendable].sort((one, other) => one.sentAt - other.sentAt),
  );
  if (planned === undefined) return;
  if (planned.length === 0) {
    await showInfo(t('None of these runs can be sent again: what was done on an emulator belongs to its scenario.'));
    return;
  }
  const agreed = await agree(services, planned);
  if (agreed === 'declined') return;
  const runs = await showProgress({ title: t('Replaying requests'), cancellable: true }, (token) => {
    const controller = new AbortController();
    token.onCancellationRequested(() => controller.abort());
    return send(services, planned, agreed, controller.signal);
  });
  await show(replies, runs, planned.length);
}

/** What the history does not keep is asked for before the first one leaves. Undefined when the user backed out. */
async function plan(
  services: HistoryServices,
  entries: readonly HistoryEntry[],
): Promise<readonly Planned[] | undefined> {
  const planned: Planned[] = [];
  for (const entry of entries) {
    const request = await fillRecorded(services, entry.request);
    if (request === undefined) return undefined;
    const before = entry.baseUrl === '' ? {} : { sentBeforeTo: entry.baseUrl };
    planned.push({ request, origin: { ...runOriginOf(entry), cause: 'replay', ...before } });
  }
  return planned;
}

/** One question for all that can be foreseen. */
async function agree(
  { sender, registry, connections }: HistoryServices,
  planned: readonly Planned[],
): Promise<Question | undefined | 'declined'> {
  const { policy } = await sender.ports();
  const questions: Question[] = [];
  for (const { request, origin } of planned) {
    const found = await registry.operation(request.operation);
    const connection = found && (await connections.find(found.provider, request.connection));
    if (found === undefined || connection === undefined || 'kind' in connection) continue;
    questions.push(
      ...[mayBeSent({ ...found, connection }, request, origin, policy)].filter((one) => one !== undefined),
    );
  }
  const question = mergeQuestions(replayText(planned.length), questions);
  return question === undefined || (await askToSend(question)) ? question : 'declined';
}

async function send(
  { sender }: HistoryServices,
  planned: readonly Planned[],
  agreed: Question | undefined,
  signal: AbortSignal,
): Promise<readonly Run[]> {
  const runs: Run[] = [];
  for (const { request, origin } of planned) {
    const door = await sender.door(origin.folder);
    const ask = async (question: Question) => isAgreedTo(question, agreed) || askToSend(question);
    const run = await sendRequest({ ...door, ask }, request, origin, { signal });
    sender.record(run);
    runs.push(run);
    if (isFailed(run)) break;
  }
  return runs;
}

/** The last reply, and how far it went where that is not the end. */
async function show(replies: OpenReplies, runs: readonly Run[], planned: number): Promise<void> {
  const last = runs.at(-1);
  if (last === undefined) return;
  for (const run of runs) replies.keep(run);
  const panel = await replies.panel();
  await panel.showRun(last);
  const worked = runs.filter((run) => !isFailed(run)).length;
  if (worked === planned) return void showInfo(replayedText(planned));
  void showWarning(
    planned === 1
      ? t('The request failed: the reply panel shows it.')
      : t(
          'Replayed {0} of {1} requests, and stopped at the first that failed: the reply panel shows it. What was sent before it stays sent.',
          worked,
          planned,
        ),
  );
}

function isFailed({ outcome }: Run): boolean {
  return outcome.kind === 'failed' || outcome.reading.failed;
}

function replayText(count: number): string {
  return count === 1 ? t('Replay 1 request') : t('Replay {0} requests', count);
}

function replayedText(count: number): string {
  return count === 1 ? t('1 request replayed.') : t('{0} requests replayed.', count);
}
