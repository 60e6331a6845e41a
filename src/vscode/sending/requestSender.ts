import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import type { Credentials, Token } from '../../core/auth';
import type { Connection } from '../../core/connections/connection';
import type { DiagnosisPorts } from '../../core/diagnosis/diagnose';
import type { OpenHistory, ScenarioEnd } from '../../core/history/entry';
import type { KnownNames } from '../../core/history/knownNames';
import type { Call } from '../../core/operation';
import type { Provider } from '../../core/provider';
import type { RequestFile } from '../../core/requests/requestFile';
import type { CallMeter } from '../../core/sending/politeness/callMeter';
import type { DoorPorts, SendPorts } from '../../core/sending/ports';
import type { Run } from '../../core/sending/run';
import type { RunOrigin } from '../../core/sending/runOrigin';
import type { SendRequestOptions } from '../../core/sending/sendRequest';
import type { Target } from '../../core/sending/target';
import type { TokenCache } from '../../core/sending/tokens/tokenCache';
import { ProblemError } from '../shell/explainError';
import { contextKeys } from '../shell/ids';
import { showError } from '../shell/notices';
import { setContextKey } from '../shell/runCommand';
import type { ShellServices } from '../shell/shellServices';
import { waitingTimes } from '../shell/waitingTimes';
import { createKeptMeter } from './keptMeter';
import { RunRecorder } from './recording/runRecorder';
import type { InFlight, Sender, SendOptions } from './sender';
import type { SendPortsParts, SendPortsSource } from './sendPorts';
import { shownPlaceOf, wasTried } from './shownPlace';
import { showStillSending } from './stillSending';

export interface SenderParts extends ShellServices, Omit<SendPortsParts, 'meter'> {
  readonly history: OpenHistory;
  readonly names: KnownNames;
}

/** Loads what sending needs with the first send. */
export function createSender(parts: SenderParts): Sender {
  const sender = new RequestSender(parts);
  parts.context.subscriptions.push(sender);
  return sender;
}

class RequestSender implements Sender, vscode.Disposable {
  readonly #parts: SenderParts;
  readonly #sending = new vscode.EventEmitter<InFlight | undefined>();
  readonly #sent = new vscode.EventEmitter<Run>();
  readonly #recorder: RunRecorder;
  readonly #tokenChanged = new vscode.EventEmitter<void>();
  readonly #running = new Set<AbortController>();
  readonly #credentialsChanged: vscode.Disposable;
  #source: Promise<SendPortsSource> | undefined;
  #tokens: TokenCache | undefined;

  readonly meter: CallMeter;
  readonly onDidChangeSending = this.#sending.event;
  readonly onDidSend = this.#sent.event;
  readonly onDidRecord: Sender['onDidRecord'];
  readonly onDidEnter: Sender['onDidEnter'];
  readonly onDidChangeToken = this.#tokenChanged.event;

  constructor(parts: SenderParts) {
    this.#parts = parts;
    this.#recorder = new RunRecorder(parts);
    this.onDidRecord = this.#recorder.onDidRecord;
    this.onDidEnter = this.#recorder.onDidEnter;
    this.meter = createKeptMeter(parts.context);
    this.#credentialsChanged = parts.credentials.onDidChange(() => this.#tokens?.clear());
  }

  async send(content: string | RequestFile, origin: RunOrigin, options: SendOptions = {}): Promise<Run> {
    const controller = new AbortController();
    let stop = (): void => {};
    try {
      const run = await this.#through(content, origin, {
        ...options,
        signal: controller.signal,
        onLeave: (target) => {
          stop();
          stop = this.#start(target, controller);
          options.onLeave?.(target);
        },
      });
      this.#finish(run);
      return run;
    } finally {
      stop();
    }
  }

  call(provider: Provider, connection: Connection, signal?: AbortSignal): Call {
    return async (operation, values, credentials) => {
      const { createCall } = await import('../../core/sending/call');
      return createCall(await this.ports(), provider, connection, signal)(operation, values, credentials);
    };
  }

  async ports(): Promise<SendPorts> {
    return (await this.#ports()).ports();
  }

  async diagnosisPorts(): Promise<DiagnosisPorts> {
    return (await this.#ports()).diagnosisPorts();
  }

  token(connection: Connection): Token | undefined {
    return this.#tokens?.get(connection);
  }

  async renewToken(provider: Provider, connection: Connection, credentials: Credentials): Promise<Token> {
    const { fetchToken } = await import('../../core/sending/tokens/fetchToken');
    const outcome = await fetchToken(await this.ports(), { provider, connection }, credentials);
    if ('token' in outcome) return outcome.token;
    throw new ProblemError(outcome.problem, { provider: provider.id, connection: connection.id });
  }

  async keepToken(connection: Connection, token: Token): Promise<void> {
    const { tokens } = await this.#ports();
    tokens.put(connection, token);
  }

  forgetToken(connection: Connection): void {
    this.#tokens?.delete(connection);
  }

  async door(folder: string | undefined): Promise<DoorPorts> {
    return (await this.#ports()).doorPorts(folder);
  }

  record(run: Run): boolean {
    const isKept = wasTried(run);
    if (isKept) this.#recorder.record(run);
    return isKept;
  }

  endScenario(lastRun: string, end: ScenarioEnd): void {
    this.#recorder.annotate(lastRun, { scenarioEnd: end });
  }

  async recorded(): Promise<void> {
    await this.#recorder.settled();
  }

  cancel(): void {
    for (const controller of this.#running) controller.abort();
  }

  /** Resolves when everything that was sent is in the history. */
  async dispose(): Promise<void> {
    this.cancel();
    for (const disposable of [this.#sending, this.#sent, this.#tokenChanged, this.#credentialsChanged]) {
      disposable.dispose();
    }
    await this.#recorder.dispose();
  }

  async #through(content: string | RequestFile, origin: RunOrigin, options: SendRequestOptions): Promise<Run> {
    const [source, { sendRequest }] = await Promise.all([this.#ports(), import('../../core/sending/sendRequest')]);
    return sendRequest(source.keepingPorts(origin.folder), content, origin, options);
  }

  /** Says that something is under way, until the returned function is called. */
  #start({ operation, connection }: Target, controller: AbortController): () => void {
    this.#running.add(controller);
    const target = `${connection.title} · ${connection.baseUrl}`;
    const leftAt = performance.now();
    this.#sending.fire({ title: operation.title, target, leftAt });
    const menus = setTimeout(() => void setContextKey(contextKeys.sending, true), waitingTimes.menusMs);
    const { promise, end } = openPromise();
    const showStill = () => showStillSending(operation.title, leftAt, promise, controller);
    const notice = setTimeout(showStill, waitingTimes.noticeMs);
    return () => {
      clearTimeout(notice);
      clearTimeout(menus);
      end();
      this.#running.delete(controller);
      if (this.#running.size > 0) return;
      this.#sending.fire(undefined);
      void setContextKey(contextKeys.sending, false);
    };
  }

  /** Shown first, recorded afterwards: the history neither delays a reply nor loses it. */
  #finish(run: Run): void {
    switch (shownPlaceOf(run)) {
      case 'statusBar':
        vscode.window.setStatusBarMessage(t('Nothing was sent.'), waitingTimes.doneMs);
        return;
      case 'caller':
        return;
      case 'message':
        void this.#say(run);
        return;
      case 'panel':
        this.#sent.fire(run);
        this.record(run);
    }
  }

  async #say({ outcome }: Run): Promise<void> {
    if (outcome.kind === 'replied') return;
    const { describeProblem } = await import('../../core/problems/describeProblem');
    const { title, cause, nextStep } = describeProblem(outcome.problem);
    await showError(`${title}. ${cause} ${nextStep}`);
  }

  #ports(): Promise<SendPortsSource> {
    this.#source ??= import('./sendPorts').then(({ SendPortsSource }) => {
      const source = new SendPortsSource({ ...this.#parts, meter: this.meter });
      this.#tokens = source.tokens;
      source.tokens.onChange(() => this.#tokenChanged.fire());
      return source;
    });
    return this.#source;
  }
}

function openPromise(): { promise: Promise<void>; end: () => void } {
  let end = (): void => {};
  const promise = new Promise<void>((resolve) => {
    end = resolve;
  });
  return { promise, end };
}
