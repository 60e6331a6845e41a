import { randomUUID } from 'node:crypto';
import * as vscode from 'vscode';
import type { Connection } from '../../core/connections/connection';
import { HistoryError } from '../../core/history/historyError';
import type { Problem } from '../../core/problem';
import type { Call, Operation, Provider } from '../../core/provider';
import type { RequestFile } from '../../core/requests/requestFile';
import type { SendPorts } from '../../core/sending/ports';
import type { Run } from '../../core/sending/run';
import { setContextKey } from '../runCommand';
import type { Sender, Sending, SendOptions, Services } from '../services';
import type { SendPortsSource } from './sendPorts';

export type SenderParts = Pick<Services, 'context' | 'registry' | 'log' | 'connections' | 'credentials' | 'history'>;

/** Loads what sending needs with the first send. */
export function createSender(parts: SenderParts): Sender {
  const sender = new RequestSender(parts);
  parts.context.subscriptions.push(sender);
  return sender;
}

interface Target {
  readonly provider: Provider;
  readonly operation: Operation;
  readonly connection: Connection;
}

/** How long a send may take before a notification says that it still runs. */
const quietMs = 3000;

/** Menus need not change, and cost time, for a reply that comes faster. */
const patienceMs = 120;

class RequestSender implements Sender, vscode.Disposable {
  readonly #parts: SenderParts;
  readonly #sending = new vscode.EventEmitter<Sending | undefined>();
  readonly #sent = new vscode.EventEmitter<Run>();
  readonly #recorded = new vscode.EventEmitter<void>();
  readonly #running = new Set<AbortController>();
  readonly #credentialsChanged: vscode.Disposable;
  #source: Promise<SendPortsSource> | undefined;
  #warned = false;

  readonly onDidChangeSending = this.#sending.event;
  readonly onDidSend = this.#sent.event;
  readonly onDidRecord = this.#recorded.event;

  constructor(parts: SenderParts) {
    this.#parts = parts;
    this.#credentialsChanged = parts.credentials.onDidChange(() => void this.#forgetTokens());
  }

  async send(request: RequestFile, options: SendOptions = {}): Promise<Run | undefined> {
    const { registry, connections } = this.#parts;
    const found = await registry.operation(request.operation);
    if (found === undefined) return this.#refuse({ kind: 'unknownOperation', operation: request.operation });
    const connection = await connections.find(found.provider, request.connection);
    if ('kind' in connection) {
      return this.#finish(unsentRun(found.provider, request, connection), found.operation, options.folder);
    }
    const target = { ...found, connection };
    if (!(await this.#hasCredentials(target))) return undefined;
    return this.#run(target, request, options);
  }

  call(provider: Provider, connection: Connection, signal?: AbortSignal): Call {
    return async (operation, values) => {
      const { createCall } = await import('../../core/sending/call');
      return createCall(await this.ports(), provider, connection, signal)(operation, values);
    };
  }

  async ports(): Promise<SendPorts> {
    return (await this.#ports()).ports();
  }

  cancel(): void {
    for (const controller of this.#running) controller.abort();
  }

  dispose(): void {
    this.cancel();
    for (const disposable of [this.#sending, this.#sent, this.#recorded, this.#credentialsChanged])
      disposable.dispose();
  }

  async #run(target: Target, request: RequestFile, options: SendOptions): Promise<Run | undefined> {
    const controller = new AbortController();
    const stop = this.#start(target, { request, folder: options.folder }, controller);
    try {
      const run = await this.#sendOnce(target, request, options, controller.signal);
      if (!asksForCredentials(run)) return this.#finish(run, target.operation, options.folder);
      const { credentials } = this.#parts;
      if (!(await credentials.ask(target.provider, target.connection))) return undefined;
      return this.#finish(
        await this.#sendOnce(target, request, options, controller.signal),
        target.operation,
        options.folder,
      );
    } finally {
      stop();
    }
  }

  async #sendOnce(target: Target, request: RequestFile, options: SendOptions, signal: AbortSignal): Promise<Run> {
    const [source, { sendOperation }] = await Promise.all([this.#ports(), import('../../core/sending/sendOperation')]);
    const run = await sendOperation(source.ports(options.folder), target, request, { signal, facts: options.facts });
    return options.recipient === undefined ? run : withRecipient(run, options.recipient);
  }

  /** Says that something is under way, until the returned function is called. */
  #start(
    { operation, connection }: Target,
    sent: Pick<Sending, 'request' | 'folder'>,
    controller: AbortController,
  ): () => void {
    this.#running.add(controller);
    this.#sending.fire({ ...sent, title: operation.title, target: `${connection.title} · ${connection.baseUrl}` });
    const menus = setTimeout(() => void setContextKey('esign.sending', true), patienceMs);
    const { promise, end } = openPromise();
    const notice = setTimeout(() => showStillSending(operation.title, promise, controller), quietMs);
    return () => {
      clearTimeout(notice);
      clearTimeout(menus);
      end();
      this.#running.delete(controller);
      if (this.#running.size > 0) return;
      this.#sending.fire(undefined);
      void setContextKey('esign.sending', false);
    };
  }

  /** Shown first, recorded afterwards: the history neither delays a reply nor loses it. */
  #finish(run: Run, operation: Operation, folder: vscode.Uri | undefined): Run {
    this.#sent.fire(run);
    setImmediate(() => void this.#record(run, operation, folder));
    return run;
  }

  async #record(run: Run, operation: Operation, folder: vscode.Uri | undefined): Promise<void> {
    try {
      const store = await this.#parts.history();
      if (store === undefined) return;
      const { historyEntry } = await import('../../core/history/record');
      const entry = historyEntry(run, operation);
      await store.append(folder ? { ...entry, folder: folder.toString() } : entry);
      this.#warned = false;
      this.#recorded.fire();
    } catch (error: unknown) {
      this.#parts.log.error('A run could not be recorded in the history.', error);
      if (this.#warned) return;
      this.#warned = true;
      const said = error instanceof HistoryError ? error.message : 'This run is shown but not kept in the history.';
      void vscode.window.showWarningMessage(said);
    }
  }

  async #hasCredentials({ provider, operation, connection }: Target): Promise<boolean> {
    if (operation.authorization === 'none') return true;
    const { credentials } = this.#parts;
    const found = await credentials.read(connection);
    return found.kind === 'found' || credentials.ask(provider, connection);
  }

  async #refuse(problem: Problem): Promise<undefined> {
    const { describeProblem } = await import('../../core/problem');
    const { title, cause, nextStep } = describeProblem(problem);
    void vscode.window.showErrorMessage(`${title}. ${cause} ${nextStep}`);
    return undefined;
  }

  #ports(): Promise<SendPortsSource> {
    this.#source ??= import('./sendPorts').then(({ SendPortsSource }) => new SendPortsSource(this.#parts.credentials));
    return this.#source;
  }

  async #forgetTokens(): Promise<void> {
    (await this.#source)?.forgetTokens();
  }
}

function withRecipient(run: Run, recipient: string): Run {
  const { outcome } = run;
  if (outcome.kind === 'failed') return run;
  const links = outcome.reading.links.map((link) => ({ ...link, recipient }));
  return { ...run, outcome: { ...outcome, reading: { ...outcome.reading, links } } };
}

/** There is no connection to send to. */
function unsentRun(provider: Provider, request: RequestFile, problem: Problem): Run {
  const outcome = { kind: 'failed', problem } as const;
  const nowhere = { environment: '', baseUrl: '', sent: undefined, secrets: [] };
  return { id: randomUUID(), sentAt: Date.now(), request, provider: provider.id, outcome, ...nowhere };
}

function asksForCredentials({ outcome }: Run): boolean {
  return (
    outcome.kind === 'failed' &&
    (outcome.problem.kind === 'missingCredentials' || outcome.problem.kind === 'unconfirmedOrigin')
  );
}

function showStillSending(title: string, ended: Promise<void>, controller: AbortController): void {
  const options = { location: vscode.ProgressLocation.Notification, title: `Sending: ${title}`, cancellable: true };
  void vscode.window.withProgress(options, (_progress, token) => {
    token.onCancellationRequested(() => controller.abort());
    return ended;
  });
}

function openPromise(): { promise: Promise<void>; end: () => void } {
  let end = (): void => {};
  const promise = new Promise<void>((resolve) => {
    end = resolve;
  });
  return { promise, end };
}
