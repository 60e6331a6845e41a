import { t } from '@vscode/l10n';
import type { SecretStorage } from 'vscode';

/** What a secret box says to the user and to the log. */
export interface SecretBoxVoice {
  warn(message: string): void;
  log(message: string, cause: unknown): void;
}

/**
 * The secret storage of the editor. Where it fails or forgets (Linux without a keyring), secrets are kept in memory
 * for this window, and the user is told once.
 */
export class SecretBox {
  readonly #storage: Pick<SecretStorage, 'get' | 'store' | 'delete'>;
  readonly #voice: SecretBoxVoice;
  readonly #session = new Map<string, string>();
  #warned = false;

  constructor(storage: Pick<SecretStorage, 'get' | 'store' | 'delete'>, voice: SecretBoxVoice) {
    this.#storage = storage;
    this.#voice = voice;
  }

  /** It could not be stored, and is gone when the window is closed. */
  isOfSession(key: string): boolean {
    return this.#session.has(key);
  }

  async get(key: string): Promise<string | undefined> {
    return this.#session.get(key) ?? (await this.#stored(key));
  }

  async set(key: string, value: string): Promise<void> {
    if (await this.#store(key, value)) {
      this.#session.delete(key);
      return;
    }
    this.#session.set(key, value);
    if (this.#warned) return;
    this.#warned = true;
    this.#voice.warn(
      t(
        'This machine offers no place to keep secrets, so credentials are kept only until this window is closed. On Linux, install and unlock a keyring.',
      ),
    );
  }

  async delete(key: string): Promise<void> {
    this.#session.delete(key);
    try {
      await this.#storage.delete(key);
    } catch (error: unknown) {
      this.#voice.log('The secret storage could not delete a secret.', error);
    }
  }

  /** A storage without a keyring may accept a secret and lose it, so it is read back. */
  async #store(key: string, value: string): Promise<boolean> {
    try {
      await this.#storage.store(key, value);
      return (await this.#storage.get(key)) === value;
    } catch (error: unknown) {
      this.#voice.log('The secret storage could not store a secret.', error);
      return false;
    }
  }

  async #stored(key: string): Promise<string | undefined> {
    try {
      return await this.#storage.get(key);
    } catch (error: unknown) {
      this.#voice.log('The secret storage could not read a secret.', error);
      return undefined;
    }
  }
}
