import { randomUUID } from 'node:crypto';
import { t } from '@vscode/l10n';
import { type Connection, emulatorConnectionId } from '../../core/connections/connection';
import type { Provider, ProviderAbout } from '../../core/provider';
import { oneLine } from '../../core/quoting/oneLine';
import { callFailedText, doorCall } from '../../core/webhooks/registering/doorCall';
import type { WebhookEndpoint } from '../../core/webhooks/registering/endpoint';
import { type Removal, registerEndpoint } from '../../core/webhooks/registering/registerEndpoint';
import { registrationText } from '../../core/webhooks/registering/registrationQuestion';
import type { WebhookSecretKeeper } from '../credentials/webhookSecretKeeper';
import { showPick } from '../shell/asking/boxes';
import { askModal, showInfo, showProgress, showWarning } from '../shell/notices';
import { askAddress } from './askAddress';
import type { Inbox } from './inbox';
import type { InboxViewServices } from './inboxServices';

/** An address that was registered with an API, and how it is taken back. */
interface Registered {
  readonly about: Pick<ProviderAbout, 'title'>;
  readonly url: string;
  readonly endpoint: WebhookEndpoint;
  remove(): Promise<Removal>;
}

/** What of this window is registered with APIs, until receiving ends. */
export class Registrations {
  readonly #services: InboxViewServices;
  readonly #inbox: Inbox;
  readonly #secrets: WebhookSecretKeeper;
  #made: readonly Registered[] = [];
  #lastUrl = '';

  constructor(services: InboxViewServices, inbox: Inbox, secrets: WebhookSecretKeeper) {
    this.#services = services;
    this.#inbox = inbox;
    this.#secrets = secrets;
  }

  /** Registers where webhooks are received: with an emulator at once, with a real account after asking. */
  async register(): Promise<void> {
    const opened = await this.#inbox.receive();
    if (opened.kind === 'failed') {
      void showWarning(t('No port of this machine could be had to receive webhooks ({0}).', opened.code));
      return;
    }
    const chosen = await this.#pick();
    if (chosen === undefined) return;
    const { provider, endpoint } = chosen;
    // Starts the emulator where that is what was chosen.
    const connection = await this.#services.connections.find(provider, chosen.connection.id);
    if ('kind' in connection) {
      void showWarning(t('{0} cannot be reached by this connection: it is set up wrongly.', provider.title));
      return;
    }
    const isEmulator = connection.id === emulatorConnectionId;
    const url = isEmulator ? opened.url : await this.#publicUrl();
    if (url === undefined) return;
    if (!isEmulator && !(await this.#isAgreed(provider, connection, endpoint, url))) return;
    await this.#registerAt(provider, connection, endpoint, url);
  }

  /** Says what stays. */
  async takeBack(): Promise<void> {
    const made = this.#made;
    this.#made = [];
    for (const one of made) tellRemoval(one, await one.remove());
  }

  async #pick() {
    const able = (await this.#services.registry.all()).flatMap((provider) =>
      provider.webhooks?.endpoint === undefined ? [] : [{ provider, endpoint: provider.webhooks.endpoint }],
    );
    const items = await Promise.all(
      able.map(async ({ provider, endpoint }) =>
        (await this.#services.connections.list(provider)).map((connection) => ({
          label: provider.title,
          description: connection.title,
          value: { provider, endpoint, connection },
        })),
      ),
    );
    const chosen = await showPick(items.flat(), {
      title: t('Register Where Webhooks Are Received'),
      placeHolder: t('With whom? Those without a call for it are not listed.'),
      matchOnDescription: true,
    });
    return chosen?.value;
  }

  async #publicUrl(): Promise<string | undefined> {
    const to = await askAddress({
      title: t('Register Where Webhooks Are Received'),
      prompt: t(
        'An address of your own that leads to {0}, such as that of a forwarded port or a tunnel.',
        this.#inbox.url ?? '',
      ),
      value: this.#lastUrl,
    });
    if (to === undefined || to === 'none') return undefined;
    this.#lastUrl = to.url;
    return to.url;
  }

  async #isAgreed(provider: Provider, connection: Connection, endpoint: WebhookEndpoint, url: string) {
    const found = await this.#services.credentials.read(connection);
    const credentials = found.kind === 'found' ? found.credentials : undefined;
    const { title, detail } = registrationText({ provider, connection, endpoint, url, credentials });
    const register = t('Register');
    return (await askModal(title, detail, t("Don't Register"), register)) === register;
  }

  async #registerAt(provider: Provider, connection: Connection, endpoint: WebhookEndpoint, url: string) {
    const kept = await this.#secrets.get(provider.id);
    const secret = kept ?? randomUUID().replaceAll('-', '');
    // Events may come before the last call has been answered.
    if (kept === undefined) await this.#secrets.set(provider.id, secret);
    const door = await this.#services.sender.door(undefined);
    const origin = { connection: connection.id, cause: 'step' } as const;
    // Agreed to as a whole.
    const call = doorCall({ ...door, ask: async () => true }, origin);
    const registration = await showProgress({ title: t('Registering with {0}…', provider.title) }, () =>
      registerEndpoint(endpoint, { url, secret, isLive: connection.live }, { register: call, remove: call }),
    );
    if (registration.kind === 'registered') {
      this.#made = [...this.#made, { about: provider, url, endpoint, remove: registration.remove }];
      await this.#inbox.examineAgain();
      void showInfo(t('{0} tells {1} of {2}. {3}', provider.title, url, endpoint.covers, endsWith(endpoint)));
      return;
    }
    if (kept === undefined) await this.#secrets.set(provider.id, '');
    if (registration.kind === 'occupied') {
      void showWarning(
        t(
          'Nothing was registered: the account has the address {0}, which would be replaced. {1}',
          registration.url,
          endpoint.byHand,
        ),
      );
      return;
    }
    void showWarning(t('It could not be registered. {0}', oneLine(callFailedText(registration.error))));
    if (registration.removal.kind === 'failed') tellRemoval({ about: provider, url, endpoint }, registration.removal);
  }
}

function endsWith({ removal, byHand }: WebhookEndpoint): string {
  return removal === undefined ? t('It stays. {0}', byHand) : t('It is removed when you stop receiving.');
}

function tellRemoval({ about, url, endpoint }: Omit<Registered, 'remove'>, removal: Removal): void {
  if (removal.kind === 'removed') return;
  const said =
    removal.kind === 'failed'
      ? t('{0} at {1} could not be removed: {2}', url, about.title, oneLine(callFailedText(removal.error)))
      : t('{0} at {1} stays.', url, about.title);
  void showWarning(`${said} ${endpoint.byHand}`);
}
