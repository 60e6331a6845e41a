import { t } from '@vscode/l10n';
import { oneLine } from '../../core/quoting/oneLine';
import { waitsOutside } from '../../node/waitingTimes';
import type { SendingServices } from '../sending/sender';
import { showInfo, showProgress, showWarning } from '../shell/notices';
import { askAddress, isAddressAgreedTo } from './askAddress';
import type { InboxEvent } from './inbox';

let lastAddress = '';

/** Sends the event on, with the bytes and headers that came. Another machine is asked about. */
export async function replayEvent({ sender }: SendingServices, { call }: InboxEvent): Promise<void> {
  const to = await askAddress({
    title: t('Replay Event'),
    prompt: t('Address of an application that takes the event, with the bytes and headers that came.'),
    value: lastAddress,
  });
  if (to === undefined || to === 'none') return;
  lastAddress = to.url;
  const question = {
    title: t('Send this event to {0}?', to.host),
    send: t('Send Event'),
    detail: t(
      '{0} is another machine. The payload and all headers go there as they came: what they say of people, and links to sign.',
      to.host,
    ),
  };
  if (!(await isAddressAgreedTo(to, question))) return;
  const [{ http }, { sendEvent }] = await Promise.all([sender.ports(), import('../../node/emulator/webhookSender')]);
  const way = { url: to.url, timeoutMs: waitsOutside.eventMs, redirects: 0 };
  const answer = await showProgress({ title: t('Sending the event to {0}…', to.host) }, () =>
    sendEvent(http, { ...call, ...way }, [to.host]),
  );
  if (answer.kind !== 'answered') void showWarning(t('{0} gave no answer. {1}', to.host, oneLine(answer.reason)));
  else void showInfo(t('{0} answered {1} in {2} ms.', to.host, answer.status, Math.round(answer.durationMs)));
}
