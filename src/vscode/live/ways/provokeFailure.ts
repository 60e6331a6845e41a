import { t } from '@vscode/l10n';
import type { Failure } from '../../../core/failure';
import type { Operation } from '../../../core/operation';
import type { Provider } from '../../../core/provider';
import type { OperationCase } from '../../../core/scenarios/case';
import type { Stage } from '../../../core/scenarios/stage';
import { playWay } from '../../../core/scenarios/ways/playWay';
import { wayStage } from '../../../headless/scenarios/ways/wayStage';
import { ForeseenError } from '../../shell/explainError';
import { showProgress, showWarning } from '../../shell/notices';
import type { LiveServices } from '../liveServices';

export interface ProvokedFailure {
  readonly provider: Provider;
  readonly operation: Operation;
  readonly failure: Failure;
  readonly recipe: OperationCase;
}

/**
 * Lets a call fail on the emulator, in a world of its own: it starts with the demo documents, and nothing of those that
 * somebody works with is touched. The reply has the explanation.
 */
export async function provokeFailure(services: LiveServices, provoked: ProvokedFailure): Promise<void> {
  const { sender, replies } = services;
  const { operation, failure, recipe } = provoked;
  const played = await showProgress({ title: `${operation.title}: ${failure.message}` }, () =>
    inTurn(async () => playWay(await stageOf(services, provoked), recipe)),
  );
  if (played.kind === 'stuck') {
    throw new ForeseenError({
      title: t('The emulator could not be brought to where the call fails'),
      cause: played.faults.map(({ message }) => message).join(' '),
      nextStep: t('Stop the emulator, start it again, and choose the failure once more.'),
    });
  }
  const { run } = played;
  replies.keep(run);
  sender.record(run);
  await (await replies.panel()).showRun(run);
  if (!played.asPromised) await showWarning(t('The emulator answered otherwise than documented: look at the reply.'));
}

let last: Promise<unknown> = Promise.resolve();

/** They share a world, which each starts over. */
function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
  const turn = last.then(work, work);
  last = turn.catch(() => undefined);
  return turn;
}

async function stageOf({ sender, emulators }: LiveServices, provoked: ProvokedFailure): Promise<Stage> {
  const { provider } = provoked;
  const stage = await wayStage(await sender.ports(), provoked, await emulators.baseUrl(provider.id));
  if (stage !== undefined) return stage;
  throw new ForeseenError({
    title: t('The emulator of {0} cannot be asked', provider.title),
    cause: t('Failures are provoked on an emulator of this machine, with the credentials of its demo account.'),
    nextStep: t('Start the emulator, and see in its settings on which ports it listens.'),
  });
}
