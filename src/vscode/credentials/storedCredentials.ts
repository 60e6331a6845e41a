import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import type { Credentials } from '../../core/auth';
import { type Connection, emulatorConnectionId, receiverName, receiversOf } from '../../core/connections/connection';
import type { Provider } from '../../core/provider';
import type { ProviderRegistry } from '../../core/registry';
import type { CredentialsOutcome } from '../../core/sending/ports';
import { listed } from '../../protocol/turns';
import type { Log } from '../shell/log';
import { showWarning } from '../shell/notices';
import { questionsOfKind } from './credentialFields';
import { CredentialIndex, type CredentialRecord, covers, secretKey } from './credentialIndex';
import type { CredentialKeeper, KeptCredentials } from './credentialKeeper';
import { passphraseKey } from './passphrases';
import { readCredentials } from './readCredentials';
import { SecretBox } from './secretBox';

/** Credentials in the editor's secret storage, by provider, connection and origins. */
export class StoredCredentials implements CredentialKeeper {
  readonly #registry: ProviderRegistry;
  readonly #index: CredentialIndex;
  readonly #box: SecretBox;
  readonly #log: Log;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly onDidChange = this.#changed.event;

  constructor(context: vscode.ExtensionContext, registry: ProviderRegistry, log: Log) {
    this.#registry = registry;
    this.#log = log;
    this.#index = new CredentialIndex(context.globalState);
    this.#box = new SecretBox(context.secrets, {
      warn: (message) => void showWarning(message),
      log: (message, cause) => log.error(message, cause),
    });
    context.subscriptions.push(this.#changed);
  }

  async read(connection: Connection): Promise<CredentialsOutcome> {
    if (connection.id === emulatorConnectionId) return this.#demoAccount(connection);
    const authority = await authorityOf(connection);
    const origins = receiversOf(connection, authority);
    for (const record of this.#records(connection, origins)) {
      if (!covers(record, origins)) continue;
      const credentials = await this.#stored(record);
      if (credentials !== undefined)
        return { kind: 'found', credentials, ...(authority !== undefined && { authority }) };
    }
    const other = await this.#givenElsewhere(connection);
    if (other === undefined) return { kind: 'missing', names: await this.#names(connection) };
    const unconfirmed = origins.find((origin) => !other.record.origins.includes(origin));
    return { kind: 'unconfirmed', origin: unconfirmed ?? connection.baseUrl };
  }

  async ask(provider: Provider, connection: Connection): Promise<Credentials | undefined> {
    const other = await this.#givenElsewhere(connection);
    const receivers = await this.receivers(connection);
    if (other === undefined || covers(other.record, receivers)) return this.enter(provider, connection);
    const { confirmOrigin } = await import('./credentialQuestions');
    const wanted = receivers.filter((origin) => !other.record.origins.includes(origin));
    const answer = await confirmOrigin(connection, other.record.origins, wanted);
    if (answer === 'enter') return this.enter(provider, connection);
    if (answer !== 'use') return undefined;
    await this.#keep(connection, receivers, other.credentials);
    return other.credentials;
  }

  async enter(provider: Provider, connection: Connection): Promise<Credentials | undefined> {
    const { askForCredentials } = await import('./credentialQuestions');
    const receivers = await this.receivers(connection);
    const title = t('Credentials of {0} for {1}', connection.title, listed(receivers.map(receiverName)));
    const credentials = await askForCredentials(provider, title);
    if (credentials !== undefined) await this.#keep(connection, receivers, credentials);
    return credentials;
  }

  async receivers(connection: Connection): Promise<readonly string[]> {
    return receiversOf(connection, await authorityOf(connection));
  }

  /** Stores what a person gave for exactly these origins. */
  async give(connection: Connection, credentials: Credentials): Promise<void> {
    await this.#keep(connection, await this.receivers(connection), credentials);
  }

  async #keep({ provider, id }: Connection, receivers: readonly string[], credentials: Credentials): Promise<void> {
    const record = { provider, connection: id, origins: receivers };
    await this.#box.set(secretKey(record), JSON.stringify(credentials));
    await this.#index.add(record);
    this.#changed.fire();
  }

  async forget(provider: string, connection: string): Promise<void> {
    const records = this.#index.of(provider, connection);
    await Promise.all(records.map((record) => this.#box.delete(secretKey(record))));
    await this.#box.delete(passphraseKey(provider, connection));
    await this.#index.remove(records);
    this.#changed.fire();
  }

  async list(): Promise<readonly KeptCredentials[]> {
    const all = await Promise.all(
      this.#index.all().map(async (record) => ({ record, credentials: await this.#stored(record) })),
    );
    return all.flatMap(({ record, credentials }) => {
      const isOfSession = this.#box.isOfSession(secretKey(record));
      return credentials === undefined ? [] : [{ ...record, names: Object.keys(credentials), isOfSession }];
    });
  }

  async move(kept: KeptCredentials, to: Connection): Promise<void> {
    const credentials = await this.#stored(kept);
    if (credentials === undefined) return;
    await this.give(to, credentials);
    await this.drop(kept);
  }

  async drop({ provider, connection, origins }: KeptCredentials): Promise<void> {
    const record = { provider, connection, origins };
    await this.#box.delete(secretKey(record));
    await this.#index.remove([record]);
    this.#changed.fire();
  }

  async #demoAccount(connection: Connection): Promise<CredentialsOutcome> {
    const definition = await (await this.#registry.provider(connection.provider))?.emulator?.();
    return definition === undefined
      ? { kind: 'missing', names: [] }
      : { kind: 'found', credentials: definition.credentials };
  }

  /** The index may be another window's, not yet seen here: the exact origins are always looked up. */
  #records({ provider, id }: Connection, receivers: readonly string[]): readonly CredentialRecord[] {
    const exact = { provider, connection: id, origins: receivers };
    return [exact, ...this.#index.of(provider, id)];
  }

  async #givenElsewhere(
    connection: Connection,
  ): Promise<{ readonly record: CredentialRecord; readonly credentials: Credentials } | undefined> {
    for (const record of this.#index.of(connection.provider, connection.id)) {
      const credentials = await this.#stored(record);
      if (credentials !== undefined) return { record, credentials };
    }
    return undefined;
  }

  async #stored(record: CredentialRecord): Promise<Credentials | undefined> {
    const text = await this.#box.get(secretKey(record));
    const credentials = text === undefined ? undefined : readCredentials(text);
    if (text !== undefined && credentials === undefined) {
      this.#log.error(`What is stored as credentials of "${record.connection}" is none. They count as missing.`);
    }
    return credentials;
  }

  async #names(connection: Connection): Promise<readonly string[]> {
    const kind = (await this.#registry.provider(connection.provider))?.auth.kinds[0];
    if (kind === undefined) return [];
    return questionsOfKind(kind).map((field) => field.title);
  }
}

/** What the file of the connection's own authority holds now; undefined where it has none, or one that cannot be read. */
async function authorityOf({ tls }: Connection): Promise<string | undefined> {
  if (tls?.caFile === undefined) return undefined;
  const { tlsReader } = await import('../../node/http/certificates/tlsFiles');
  const outcome = await tlsReader(undefined)({ caFile: tls.caFile }, undefined);
  return outcome.kind === 'read' ? outcome.authority : unreadableAuthority;
}

/** Nothing is sent with one, and what it holds later is another one. */
const unreadableAuthority = 'of nothing';
