import type * as vscode from 'vscode';
import { SecretBox } from '../credentials/secretBox';
import type { Log } from '../shell/log';
import { showWarning } from '../shell/notices';

/** The secrets that webhooks are proved with, one of each provider. They are sent nowhere. */
export class WebhookSecretKeeper {
  readonly #box: SecretBox;

  constructor({ secrets }: Pick<vscode.ExtensionContext, 'secrets'>, log: Log) {
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
  }
}

function keyOf(provider: string): string {
  return `webhookSecret/${provider}`;
}
