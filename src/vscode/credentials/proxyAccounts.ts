import type * as vscode from 'vscode';
import { decodedPart } from '../../core/addresses/foreignAddress';
import { hasAccount, type ProxyAddress, parseProxy } from '../../core/addresses/proxyAddress';
import type { Log } from '../shell/log';
import { showWarning } from '../shell/notices';
import { SecretBox } from './secretBox';

/** Addresses of proxies without their accounts: which the secret storage has some for. */
const indexKey = 'esign.proxyAccounts';

type Place = Pick<vscode.ExtensionContext, 'secrets' | 'globalState'>;

/** User names and passwords of proxies, in the editor's secret storage: each goes to the proxy that it was given for. */
export class ProxyAccounts {
  readonly #index: vscode.Memento;
  readonly #box: SecretBox;

  constructor({ secrets, globalState }: Place, log: Log) {
    this.#index = globalState;
    this.#box = new SecretBox(secrets, {
      warn: (message) => void showWarning(message),
      log: (message, cause) => log.error(message, cause),
    });
  }

  /** The header for a proxy; undefined where its address brings an account of its own, or none is kept. */
  async authorization(proxy: string): Promise<string | undefined> {
    const address = parseProxy(proxy);
    if (address.kind === 'refused' || hasAccount(address)) return undefined;
    const account = await this.#box.get(keyOf(address.shown));
    return account === undefined ? undefined : `Basic ${Buffer.from(account, 'utf8').toString('base64')}`;
  }

  /** Keeps what stands in the address. */
  async keep({ shown, url }: ProxyAddress): Promise<void> {
    const account = [url.username, url.password].map(decodedPart).join(':');
    await this.#box.set(keyOf(shown), account);
    await this.#index.update(indexKey, [...this.list().filter((other) => other !== shown), shown]);
  }

  list(): readonly string[] {
    return this.#index.get<readonly string[]>(indexKey, []);
  }

  async forget(shown: string): Promise<void> {
    await this.#box.delete(keyOf(shown));
    await this.#index.update(
      indexKey,
      this.list().filter((other) => other !== shown),
    );
  }
}

function keyOf(shown: string): string {
  return JSON.stringify(['proxy', shown]);
}

const known = new WeakMap<vscode.SecretStorage, ProxyAccounts>();

/** Those of this window: without a keyring they last as long as it does. */
export function proxyAccounts(place: Place, log: Log): ProxyAccounts {
  const accounts = known.get(place.secrets) ?? new ProxyAccounts(place, log);
  known.set(place.secrets, accounts);
  return accounts;
}
