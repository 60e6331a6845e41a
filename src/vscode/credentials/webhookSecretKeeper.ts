import * as vscode from 'vscode';
import type { Log } from '../shell/log';
import { showWarning } from '../shell/notices';
import { SecretBox } from './secretBox';

type Place = Pick<vscode.ExtensionContext, 'secrets'>;

/** The secrets that webhooks are proved with, one of each provider. They are sent nowhere. */
export class WebhookSecretKeeper {
  readonly #box: SecretBox;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly onDidChange = this.#changed.event;

  constructor({ secrets }: Place, log: Log) {
    this.#box = new SecretBox(secrets, {
      warn: (message) => void showWarning(message),
      log: (message, cause) => log.error(message, cause),
    });
  }

  async get(provider: string): Promise<string | undefined> {
    return (await this.#box.get(keyOf(provider))) || undefined;
  }

  /** An empty one is forgotten. */
  async set(provider: string, secret: string): Promise<void> {
    if (secret === '') await this.#box.delete(keyOf(provider));
    else await this.#box.set(keyOf(provider), secret);
    this.#changed.fire();
  }

  /** In the place of what the other one has. */
  async move(provider: string, to: string): Promise<void> {
    const secret = await this.get(provider);
    if (secret === undefined || provider === to) return;
    await this.set(to, secret);
    await this.set(provider, '');
  }

  /** The machine keeps no secrets: it lasts until the window is closed. */
  isOfSession(provider: string): boolean {
    return this.#box.isOfSession(keyOf(provider));
  }
}

function keyOf(provider: string): string {
  return `webhookSecret/${provider}`;
}

const known = new WeakMap<vscode.SecretStorage, WebhookSecretKeeper>();

/** Those of this window: without a keyring they last as long as it does. */
export function webhookSecrets(place: Place, log: Log): WebhookSecretKeeper {
  const keeper = known.get(place.secrets) ?? new WebhookSecretKeeper(place, log);
  known.set(place.secrets, keeper);
  return keeper;
}
