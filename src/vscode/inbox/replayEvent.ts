import { oneLine } from '../../core/quoting/oneLine';
import type { SendingServices } from '../sending/sender';
import { showInfo, showProgress, showWarning } from '../shell/notices';
import { askAddress, isAgreedTo } from './askAddress';
import type { InboxEvent } from './inbox';

const patienceMs = 30_000;
let lastAddress = '';

/** Sends the event on, with the bytes and headers that came. Another machine is asked about. */
export async function replayEvent({ sender }: SendingServices, { call }: InboxEvent): Promise<void> {
  const to = await askAddress({
    title: 'Replay Event',
    prompt: 'Address of an application that takes the event, with the bytes and headers that came.',
    value: lastAddress,
  });
  if (to === undefined || to === 'none') return;
  lastAddress = to.url;
  const question = {
    title: `Send this event to ${to.host}?`,
    send: 'Send Event',
    what: 'The payload and all headers go there',
  };
  if (!(await isAgreedTo(to, question))) return;
  const [{ http }, { sendEvent }] = await Promise.all([sender.ports(), import('../../node/emulator/webhookSender')]);
  const way = { url: to.url, timeoutMs: patienceMs, redirects: 0 };
  const answer = await showProgress({ title: `Sending the event to ${to.host}…` }, () =>
    sendEvent(http, { ...call, ...way }, [to.host]),
  );
  if (answer.kind !== 'answered') void showWarning(`${to.host} gave no answer. ${oneLine(answer.reason)}`);
  else void showInfo(`${to.host} answered ${answer.status} in ${Math.round(answer.durationMs)} ms.`);
}
