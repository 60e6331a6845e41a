import * as vscode from 'vscode';
import type { ProviderRegistry } from '../../core/registry';
import type { CameBefore } from '../../core/webhooks/cameBefore';
import { type ExaminedEvent, examineEvent, type WebhookSecrets } from '../../core/webhooks/examineEvent';
import type { ForwardedEvent } from '../../core/webhooks/forwardedEvent';
import { giveWay } from '../../node/giveWay';
import type { HandedOn } from '../../node/webhooks/forwardEvent';
import type { SeenEvents } from '../../node/webhooks/seenEvents';
import type { OpenedReceiver, ReceivedCall, ReceiverAnswer } from '../../node/webhooks/webhookReceiver';
import type { WebhookSecretKeeper } from '../credentials/webhookSecretKeeper';
import type { Log } from '../shell/log';
import { bounded, mostBytesOfOne, tooLargeWarning } from './inboxLimits';

/** An event of this window: it is gone with it. */
export interface InboxEvent {
  readonly id: string;
  /** Epoch milliseconds. */
  readonly receivedAt: number;
  readonly call: ReceivedCall;
  readonly examined: ExaminedEvent;
  /** Null for the first one. */
  readonly cameBefore: CameBefore | null;
  /** Undefined where it was not handed on, or is on its way. */
  readonly forwarded?: ForwardedEvent;
}

/** Where each event goes as it comes. */
export interface Forwarding {
  readonly url: string;
  handOn(call: ReceivedCall): Promise<HandedOn>;
}

export interface InboxServices {
  readonly registry: ProviderRegistry;
  readonly log: Log;
}

/** As that of the command line: what was registered once is reached again. */
const usualPort = 4400;

/** What webhooks have told this window, newest first, and the receiver that they come to. */
export class Inbox implements vscode.Disposable {
  readonly #services: InboxServices;
  readonly #secretOf: WebhookSecrets;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #port: number;
  #events: readonly InboxEvent[] = [];
  #count = 0;
  #lastTurn = Promise.resolve();
  readonly #sayTooLarge = tooLargeWarning();
  #seen: SeenEvents | undefined;
  #opening: Promise<OpenedReceiver> | undefined;
  #url: string | undefined;
  #forwarding: Forwarding | undefined;
  readonly onDidChange = this.#changed.event;

  constructor(services: InboxServices, secrets: Pick<WebhookSecretKeeper, 'get'>, port = usualPort) {
    this.#services = services;
    this.#secretOf = (provider) => secrets.get(provider);
    this.#port = port;
  }

  get events(): readonly InboxEvent[] {
    return this.#events;
  }

  /** Where it receives; undefined while it does not. */
  get url(): string | undefined {
    return this.#url;
  }

  get forwardTo(): Pick<Forwarding, 'url'> | undefined {
    return this.#forwarding;
  }

  /** Undefined for nowhere. */
  forward(to: Forwarding | undefined): void {
    this.#forwarding = to;
    this.#changed.fire();
  }

  find(id: string | undefined): InboxEvent | undefined {
    return this.#events.find((event) => event.id === id);
  }

  /** Once, however often it is asked. */
  async receive(): Promise<OpenedReceiver> {
    this.#opening ??= this.#open();
    const opening = this.#opening;
    const opened = await opening;
    if (this.#opening !== opening) return opened;
    if (opened.kind === 'failed') this.#opening = undefined;
    this.#tell(opened.kind === 'open' ? opened.url : undefined);
    return opened;
  }

  async stop(): Promise<void> {
    const opening = this.#opening;
    this.#opening = undefined;
    this.#tell(undefined);
    const opened = await opening;
    if (opened?.kind === 'open') await opened.close();
  }

  clear(): void {
    this.#events = [];
    this.#seen?.clear();
    this.#changed.fire();
  }

  /** With secrets that were not there before. */
  async examineAgain(): Promise<void> {
    const [{ nodeHmac }, providers] = await Promise.all([
      import('../../node/webhooks/nodeHmac'),
      this.#services.registry.all(),
    ]);
    const again = new Map<string, ExaminedEvent>();
    for (const { id, call } of this.#events) {
      again.set(id, await examineEvent(providers, call, this.#secretOf, nodeHmac));
    }
    this.#events = this.#events.map((event) => ({ ...event, examined: again.get(event.id) ?? event.examined }));
    this.#changed.fire();
  }

  dispose(): void {
    void this.stop();
    this.#changed.dispose();
  }

  async #open(): Promise<OpenedReceiver> {
    const { registry, log } = this.#services;
    const [{ openWebhookReceiver }, { SeenEvents: Seen }, { nodeHmac }, providers] = await Promise.all([
      import('../../node/webhooks/webhookReceiver'),
      import('../../node/webhooks/seenEvents'),
      import('../../node/webhooks/nodeHmac'),
      registry.all(),
    ]);
    this.#seen ??= new Seen();
    const options = {
      maxBytes: mostBytesOfOne,
      onError: (error: unknown) => log.error('The receiver of webhooks failed.', error),
      onTooLarge: this.#sayTooLarge,
      answer: async (call: ReceivedCall) => {
        const receivedAt = Date.now();
        await this.#turn();
        const id = this.#add(call, receivedAt, await examineEvent(providers, call, this.#secretOf, nodeHmac));
        return this.#handOn(id, call);
      },
    };
    const opened = await openWebhookReceiver({ ...options, port: this.#port });
    // Another window may have it.
    return opened.kind === 'failed' ? openWebhookReceiver({ ...options, port: 0 }) : opened;
  }

  #add(call: ReceivedCall, receivedAt: number, examined: ExaminedEvent): string {
    this.#count += 1;
    const cameBefore = this.#seen?.meet(call, examined, receivedAt) ?? null;
    const event = { id: String(this.#count), receivedAt, call, examined, cameBefore };
    this.#events = bounded([event, ...this.#events]);
    this.#changed.fire();
    return event.id;
  }

  /** Whoever sent it gets the answer of the application. */
  async #handOn(id: string, call: ReceivedCall): Promise<ReceiverAnswer> {
    const handedOn = await this.#forwarding?.handOn(call);
    if (handedOn === undefined) return { status: 200, body: 'Received.' };
    this.#events = this.#events.map((event) => (event.id === id ? { ...event, forwarded: handedOn.told } : event));
    this.#changed.fire();
    return handedOn.reply;
  }

  /** Many that come at once are looked at one by one: all else in the extension host has its turn between them. */
  #turn(): Promise<void> {
    this.#lastTurn = this.#lastTurn.then(giveWay);
    return this.#lastTurn;
  }

  #tell(url: string | undefined): void {
    this.#url = url;
    this.#changed.fire();
  }
}
