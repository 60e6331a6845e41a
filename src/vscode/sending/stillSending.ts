import { t } from '@vscode/l10n';
import { countSeconds, elapsedText } from '../../protocol/words/countSeconds';
import { showProgress } from '../shell/notices';

export function showStillSending(
  title: string,
  leftAt: number,
  ended: Promise<void>,
  controller: AbortController,
): void {
  void showProgress({ title: t('Sending: {0}', title), cancellable: true }, async (token, tell) => {
    token.onCancellationRequested(() => controller.abort());
    // Screen readers say each change of a notification.
    const stop = countSeconds(performance.now() - leftAt, (seconds) => {
      if (seconds % secondsBetweenWords === 0) tell(elapsedText(seconds));
    });
    await ended;
    stop();
  });
}

const secondsBetweenWords = 30;
