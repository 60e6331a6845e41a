import * as vscode from 'vscode';
import type { Collection } from '../../../core/documents';
import type { Choice, OfferedChoices } from '../../../protocol/form';
import { usableConnection } from '../../documents/usableConnection';
import { explainError } from '../../shell/explainError';
import type { RequestServices } from '../requestServices';
import type { CheckedRequest } from '../session/checkRequest';

type Checked = CheckedRequest & { kind: 'checked' };
type Surroundings = Pick<RequestServices, 'log' | 'sender' | 'credentials' | 'emulators'>;

/** What the connection of a form has in the collections that its fields refer to: loaded when somebody looks. */
export class ConnectionOffers implements vscode.Disposable {
  readonly #services: Surroundings;
  readonly #changed = new vscode.EventEmitter<void>();
  #scope = '';
  #known: Readonly<Record<string, OfferedChoices>> = {};
  #abort = new AbortController();

  readonly onDidChange = this.#changed.event;

  constructor(services: Surroundings) {
    this.#services = services;
  }

  /** Those of a request; of another account none are known yet. */
  of({ request, connections }: Checked): Readonly<Record<string, OfferedChoices>> {
    const scope = JSON.stringify([
      request.connection,
      connections.find(({ id }) => id === request.connection)?.baseUrl,
    ]);
    if (scope !== this.#scope) {
      this.#abort.abort();
      this.#abort = new AbortController();
      this.#known = {};
      this.#scope = scope;
    }
    return this.#known;
  }

  async ask(checked: Checked, id: string): Promise<void> {
    const known = this.of(checked)[id];
    if (known?.kind === 'loading' || known?.kind === 'loaded') return;
    const collection = checked.provider.resources?.collections.find((one) => one.id === id);
    if (collection === undefined) return;
    const { signal } = this.#abort;
    this.#set(id, { kind: 'loading' });
    const offer = await this.#load(checked, collection, signal);
    if (!signal.aborted) this.#set(id, offer);
  }

  dispose(): void {
    this.#abort.abort();
    this.#changed.dispose();
  }

  async #load(checked: Checked, collection: Collection, signal: AbortSignal): Promise<OfferedChoices> {
    const { provider, request, connections } = checked;
    if (collection.list === undefined) return { kind: 'none', why: collection.unlisted ?? 'They cannot be listed.' };
    const connection = await usableConnection(this.#services, connections, request.connection);
    if (connection === undefined) return { kind: 'none', why: notReady };
    try {
      const page = await collection.list(this.#services.sender.call(provider, connection, signal), undefined);
      const choices = page.items.map(({ id, title, status }): Choice => {
        return { value: id, label: title, ...(status !== undefined && { description: status.text }) };
      });
      return { kind: 'loaded', choices, more: page.next !== undefined };
    } catch (error: unknown) {
      const { cause } = explainError(this.#services.log, 'Known values could not be loaded.', error);
      return { kind: 'none', why: `They could not be loaded. ${cause}` };
    }
  }

  #set(id: string, offer: OfferedChoices): void {
    this.#known = { ...this.#known, [id]: offer };
    this.#changed.fire();
  }
}

const notReady = 'Not asked: the emulator is not running, credentials are missing, or the folder is not trusted.';
