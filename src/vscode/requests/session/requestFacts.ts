import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import type { Connection } from '../../../core/connections/connection';
import { titlesOf } from '../../../core/forms/titlesOf';
import type { Call, Operation } from '../../../core/operation';
import { describeProblem } from '../../../core/problems/describeProblem';
import type { Provider } from '../../../core/provider';
import { resolveWritten } from '../../../core/requests/references/resolveWritten';
import type { RequestFile } from '../../../core/requests/requestFile';
import { usableConnection } from '../../documents/usableConnection';
import { explainError } from '../../shell/explainError';
import { waitingTimes } from '../../shell/waitingTimes';
import type { RequestServices } from '../requestServices';

type Surroundings = Pick<RequestServices, 'log' | 'sender' | 'credentials' | 'emulators'>;

export interface FactsSubject {
  readonly request: RequestFile;
  readonly provider: Provider;
  readonly operation: Operation;
  readonly connections: readonly Connection[];
}

/**
 * What the connection knows about the document of one request: loaded in the background, never by asking the user
 * anything. Calls are remembered as long as operation, ids and connection stay the same.
 */
export class RequestFacts implements vscode.Disposable {
  readonly #services: Surroundings;
  readonly #changed = new vscode.EventEmitter<void>();
  #scope = '';
  /** The request that was last asked about. */
  #asked = '';
  #memory = new Map<string, Promise<unknown>>();
  #abort = new AbortController();
  #timer: NodeJS.Timeout | undefined;
  #value: unknown;
  #notice: string | undefined;

  readonly onDidChange = this.#changed.event;

  constructor(services: Surroundings) {
    this.#services = services;
  }

  get value(): unknown {
    return this.#value;
  }

  /** Why there are no facts, when that is worth a line. */
  get notice(): string | undefined {
    return this.#notice;
  }

  /** Takes note of the request as it is now, and loads after a pause. */
  update(subject: FactsSubject): void {
    const scope = scopeOf(subject);
    const asked = scope + JSON.stringify(subject.request.body ?? null);
    if (asked === this.#asked) return;
    this.#asked = asked;
    clearTimeout(this.#timer);
    if (scope !== this.#scope) this.#enter(scope);
    if (subject.operation.loadFacts === undefined) return;
    this.#timer = setTimeout(() => void this.#load(subject), waitingTimes.factsMs);
  }

  /** The document may have changed: everything is asked for again with the next update. */
  forget(): void {
    this.#memory.clear();
    this.#asked = '';
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#abort.abort();
    this.#changed.dispose();
  }

  #enter(scope: string): void {
    this.#abort.abort();
    this.#abort = new AbortController();
    this.#memory = new Map();
    this.#scope = scope;
    this.#set({});
  }

  async #load(subject: FactsSubject): Promise<void> {
    const { signal } = this.#abort;
    const outcome = await this.#ask(subject, signal);
    if (!signal.aborted) this.#set(outcome);
  }

  #set({ value, notice }: { value?: unknown; notice?: string }): void {
    if (value === this.#value && notice === this.#notice) return;
    this.#value = value;
    this.#notice = notice;
    this.#changed.fire();
  }

  async #ask(subject: FactsSubject, signal: AbortSignal): Promise<{ value?: unknown; notice?: string }> {
    const connection = await usableConnection(this.#services, subject.connections, subject.request.connection);
    if (connection === undefined) return {};
    const { provider, operation, request } = subject;
    // Calls send values as they are, so what a person wrote is resolved before.
    const written = resolveWritten({ operation, connection }, request);
    if (written.kind === 'failed')
      return { notice: notChecked(describeProblem(written.problem, titlesOf(provider, operation)).cause) };
    const call = this.#remembered(this.#services.sender.call(provider, connection, signal));
    try {
      return { value: await operation.loadFacts?.(written.values, call) };
    } catch (error: unknown) {
      if (signal.aborted) return {};
      const { cause } = explainError(this.#services.log, 'Facts could not be loaded.', error);
      return { notice: notChecked(cause) };
    }
  }

  #remembered(call: Call): Call {
    const memory = this.#memory;
    return (operation, values) => {
      const key = JSON.stringify([operation, values]);
      const known = memory.get(key) ?? call(operation, values);
      memory.set(key, known);
      return known;
    };
  }
}

function notChecked(cause: string): string {
  return t('Not checked against the server. {0}', cause);
}

function scopeOf({ request, operation, connections }: FactsSubject): string {
  const address = connections.find(({ id }) => id === request.connection)?.baseUrl;
  return JSON.stringify([operation.id, request.connection, address, request.path, request.query]);
}
