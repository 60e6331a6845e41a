import { t } from '@vscode/l10n';
import type { SendingServices } from '../sending/sender';
import { showInfo } from '../shell/notices';
import { askAddress, isAddressAgreedTo } from './askAddress';
import type { Inbox } from './inbox';

/** From now on each event is handed on as it comes. Another machine is asked about. */
export async function forwardEvents({ sender }: SendingServices, inbox: Inbox): Promise<void> {
  const to = await askAddress({
    title: t('Forward Events'),
    prompt: t('Each event goes to this address as it comes, with its bytes and headers. Empty keeps them here.'),
    value: inbox.forwardTo?.url ?? '',
    mayBeEmpty: true,
  });
  if (to === undefined) return;
  if (to === 'none') {
    inbox.forward(undefined);
    return;
  }
  const question = {
    title: t('Forward events to {0}?', to.host),
    send: t('Forward Events'),
    detail: t(
      '{0} is another machine. The payload and all headers of each event that comes go there as they came: what they say of people, and links to sign.',
      to.host,
    ),
  };
  if (!(await isAddressAgreedTo(to, question))) return;
  const [{ http }, { createForwarder }] = await Promise.all([
    sender.ports(),
    import('../../node/webhooks/forwardEvent'),
  ]);
  const handOn = createForwarder(http);
  inbox.forward({ url: to.url, handOn: (call) => handOn(call, to) });
  if (inbox.url === undefined) void showInfo(t('Events are forwarded as soon as webhooks are received.'));
}
