import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import { type OfferSource, offerSource } from '../../../core/offers/offerSource';
import type { Choice } from '../../../protocol/form';
import type { OfferedChoices } from '../../../protocol/pages/formState';
import { usableConnection } from '../../documents/usableConnection';
import { explainError } from '../../shell/explainError';
import type { RequestServices } from '../requestServices';
import type { CheckedRequest } from '../session/checkRequest';

type Checked = CheckedRequest & { kind: 'checked' };
type Surroundings = Pick<RequestServices, 'log' | 'sender' | 'credentials' | 'emulators'>;

/** What the connection of a form has of what its fields refer to: loaded when somebody looks. */
export class ConnectionOffers implements vscode.Disposable {
  readonly #services: Surroundings;
  readonly #changed = new vscode.EventEmitter<void>();
  #scope = '';
  #known: Readonly<Record<string, OfferedChoices>> = {};
  /** Of which document each of them is. */
  readonly #documents = new Map<string, string | undefined>();
  #abort = new AbortController();

  readonly onDidChange = this.#changed.event;

  constructor(services: Surroundings) {
    this.#services = services;
  }

  /** Those of a request; of another account none are known yet. */
  of(checked: Checked): Readonly<Record<string, OfferedChoices>> {
    const { request, connections } = checked;
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
    const current = Object.entries(this.#known).filter(([id]) => this.#documents.get(id) === documentOf(checked, id));
    if (current.length < Object.keys(this.#known).length) this.#known = Object.fromEntries(current);
    return this.#known;
  }

  async ask(checked: Checked, id: string): Promise<void> {
    const known = this.of(checked)[id];
    if (known?.kind === 'loading' || known?.kind === 'loaded') return;
    const source = sourceOf(checked, id);
    if (source === undefined) return;
    const { signal } = this.#abort;
    const document = documentOf(checked, id);
    this.#documents.set(id, document);
    this.#set(id, { kind: 'loading' });
    const offer = source.kind === 'none' ? source : await this.#load(checked, source, signal);
    if (!signal.aborted && this.#documents.get(id) === document) this.#set(id, offer);
  }

  dispose(): void {
    this.#abort.abort();
    this.#changed.dispose();
  }

  async #load(
    checked: Checked,
    source: OfferSource & { readonly kind: 'source' },
    signal: AbortSignal,
  ): Promise<OfferedChoices> {
    const { provider, request, connections } = checked;
    const connection = await usableConnection(this.#services, connections, request.connection);
    if (connection === undefined) return { kind: 'none', why: notReady() };
    try {
      const page = await source.list(this.#services.sender.call(provider, connection, signal));
      const choices = page.items.map(({ id, title, status }): Choice => {
        return { value: id, label: title, ...(status !== undefined && { description: status.text }) };
      });
      return { kind: 'loaded', choices, more: page.next !== undefined };
    } catch (error: unknown) {
      const { cause } = explainError(this.#services.log, 'Known values could not be loaded.', error);
      return { kind: 'none', why: t('They could not be loaded. {0}', cause) };
    }
  }

  #set(id: string, offer: OfferedChoices): void {
    this.#known = { ...this.#known, [id]: offer };
    this.#changed.fire();
  }
}

function sourceOf({ provider, operation, request }: Checked, id: string): OfferSource | undefined {
  return offerSource(provider, operation, request, id);
}

function documentOf(checked: Checked, id: string): string | undefined {
  const source = sourceOf(checked, id);
  return source?.kind === 'source' ? source.document : undefined;
}

const notReady = () =>
  t('Not asked: the emulator is not running, credentials are missing, or the folder is not trusted.');
