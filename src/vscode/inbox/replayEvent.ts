import * as vscode from 'vscode';
import { oneLine } from '../../core/quoting/oneLine';
import { namedDelivery } from '../../core/webhooks/deliveryAddress';
import type { SendingServices } from '../sending/sender';
import { askModal, showInfo, showProgress, showWarning } from '../shell/notices';
import type { InboxEvent } from './inbox';

const patienceMs = 30_000;
let lastAddress = '';

/** Sends the event on, with the bytes and headers that came. Another machine is asked about. */
export async function replayEvent({ sender }: SendingServices, { call }: InboxEvent): Promise<void> {
  const text = await vscode.window.showInputBox({
    title: 'Replay Event',
    prompt: 'Address of an application that takes the event, with the bytes and headers that came.',
    placeHolder: 'http://localhost:3000/webhooks',
    value: lastAddress,
    ignoreFocusOut: true,
    validateInput: (value) => {
      const found = namedDelivery(value.trim());
      return found.kind === 'refused' ? `This is no address to send to: ${found.reason}.` : undefined;
    },
  });
  const to = text === undefined ? undefined : namedDelivery(text.trim());
  if (to?.kind !== 'address') return;
  lastAddress = to.url;
  if (!to.isHere && !(await isAgreed(to.host))) return;
  const [{ http }, { sendEvent }] = await Promise.all([sender.ports(), import('../../node/emulator/webhookSender')]);
  const way = { url: to.url, timeoutMs: patienceMs, redirects: 0 };
  const answer = await showProgress({ title: `Sending the event to ${to.host}…` }, () =>
    sendEvent(http, { ...call, ...way }, [to.host]),
  );
  if (answer.kind !== 'answered') await showWarning(`${to.host} gave no answer. ${oneLine(answer.reason)}`);
  else await showInfo(`${to.host} answered ${answer.status} in ${Math.round(answer.durationMs)} ms.`);
}

async function isAgreed(host: string): Promise<boolean> {
  const send = 'Send Event';
  const detail =
    'It is another machine. The payload and all headers go there as they came: what they say of people, and links to sign.';
  return (await askModal(`Send this event to ${host}?`, detail, 'Keep It', send)) === send;
}
