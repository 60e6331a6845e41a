import type { AccountCredentials } from './client.js';
import type { ProviderId } from './operations.js';

/** Starts emulators on this machine. Rejects when a port cannot be had. */
export type StartEmulators = <const Id extends ProviderId = ProviderId>(
  options?: StartOptions<Id>,
) => Promise<StartedEmulators<Id>>;

/** Where one emulator listens, and its demo account. */
export interface EmulatorAddress {
  readonly baseUrl: string;
  readonly credentials: AccountCredentials;
}

export interface StartOptions<Id extends ProviderId = ProviderId> {
  /** All without it. */
  readonly providers?: readonly Id[];
  /** `base`: each at that port and an offset of its own. `one`: all at that port, each below `/<provider>`. Free ports without it. */
  readonly ports?: { readonly base: number } | { readonly one: number };
  /** The time that the emulators go by, in epoch milliseconds. The real one without it. */
  readonly clock?: () => number;
  /** How many times as fast as the real one the clock runs, from 1 to 100,000. */
  readonly clockSpeed?: number;
  /** Names that nobody documents, and what sources disagree on, are refused. */
  readonly strict?: boolean;
  /** `requests` and the page `/__emulator/inspector` have headers and bodies, secrets masked: 64 kB of each, 16 MB of all, until `reset`. */
  readonly logBodies?: boolean;
  /**
   * Accounts, documents and people to begin with, and to go back to at `reset`, beside those of the demo; in worlds as
   * well; from the next `reset` on, with a warning, where `state` is a file that exists. Where there are accounts, `credentials` are those of the first. A file (YAML or JSON), what it would hold, or several. Rejects with the line and path of what cannot be planted.
   */
  readonly seed?: string | SeedContent | readonly (string | SeedContent)[];
  /**
   * A file to go on from, and to keep the state in, after changes and at `close`. It holds all that was sent to the
   * emulators. Rejects where somebody else writes it, or where it cannot be read: then it stays as it is.
   */
  readonly state?: string;
  /** Calls and webhooks that fail from the start on, in each world and after a `reset`; `provider` says whose, all without it. */
  readonly faults?: readonly ((CallFault | WebhookFault) & { readonly provider?: Id })[];
  /** The address to listen at, such as `0.0.0.0`; this machine alone without it. */
  readonly host?: string;
  /** Names by which other machines may ask, as in the `Host` header. Those of loopback always may. */
  readonly allowedHosts?: readonly string[];
  /** What links and webhooks carry, where something stands in front. Goes with `ports: { one }`. */
  readonly publicUrl?: string;
  /** PEM. Without it there is no TLS. */
  readonly tls?: { readonly cert: string | Uint8Array; readonly key: string | Uint8Array };
  /** Hosts (`host` or `host:port`) that webhooks may be delivered to beside this machine. */
  readonly deliverTo?: readonly string[];
}

/** By provider; `seed.schema.json` of the package says what each takes. */
export type SeedContent = { readonly [Provider in ProviderId]?: object };

/** The emulators by their provider, and what is done with all of them. */
export type StartedEmulators<Id extends ProviderId = ProviderId> = {
  readonly [Provider in Id]: EmulatorAddress;
} & EmulatorControls<Id>;

export interface EmulatorControls<Id extends ProviderId = ProviderId> {
  /** Back to the demo documents and the time of the start. */
  reset(): Promise<void>;
  /** Acts as a recipient, without a browser. Rejects when there is no such page, or when it is not open. */
  sign(act: RecipientAct<Id>): Promise<ActedPage>;
  /** Lets time pass for tokens, links, invites, reminders and webhooks that are sent again, and waits for their answers. */
  advance(span: TimeSpan): Promise<void>;
  /** What would have been mailed or texted, and the webhooks that were called, the newest first. Waits for their answers. */
  deliveries(filter?: DeliveriesWanted<Id>): Promise<readonly DeliveredMessage[]>;
  /** The newest 500 calls, the newest first; with `logBodies`, what came and what was answered. */
  requests(wanted?: RequestsWanted<Id>): Promise<readonly LoggedCall[]>;
  /** Calls a webhook once more, with the same bytes. */
  sendAgain(provider: Id, id: string): Promise<void>;
  /** Lets the next webhooks be dropped, late, sent twice or out of order, until `reset`. */
  disturbWebhooks(provider: Id, disturbance: WebhookDisturbance): Promise<void>;
  /** Lets calls fail, so many times or by chance, until `reset`. */
  fault(provider: Id, fault: CallFault): Promise<void>;
  /** As the people of a vendor do whose API has no call for it; null for none. */
  registerWebhook(provider: Id, url: string | null): Promise<void>;
  /**
   * A state of its own on the same ports, so that tests that run side by side do not meet; with the demo documents at
   * first. `close` drops it. Rejects for a name that has other characters than letters, digits, "-" and "_".
   */
  world(name: string): Promise<StartedEmulators<Id>>;
  /** Stops all of them. */
  close(): Promise<void>;
}

export type RecipientAct<Id extends ProviderId = ProviderId> = (
  | { /** The signing link, as the API or a message gave it. */ readonly link: string }
  | {
      readonly provider: Id;
      /** Id of the document. */
      readonly document: string;
      /** E-mail address, name or role. */
      readonly as: string;
    }
) & {
  /** `finish` without it. `answer`: to the questions that the page asks first. */
  readonly action?: 'open' | 'answer' | 'finish' | 'decline';
  readonly answers?: readonly string[];
  /** Of declining. */
  readonly reason?: string;
};

/** A signing page after something was done on it. */
export interface ActedPage {
  readonly state:
    | 'open'
    | 'waiting'
    | 'challenged'
    | 'locked'
    | 'used'
    | 'declined'
    | 'expired'
    | 'cancelled'
    | 'unknown'
    | 'placeholder';
  readonly signer: { readonly name: string; readonly email: string; readonly role?: string };
  /** Where the page sends the recipient next. */
  readonly redirect?: string;
}

/** All parts together. */
export interface TimeSpan {
  readonly days?: number;
  readonly hours?: number;
  readonly minutes?: number;
  readonly seconds?: number;
}

/** What becomes of calls: a `failure`, a `status`, an `effect`, a delay, or an effect of `cut` with one of them. */
export interface CallFault {
  /** Every call that needs a token without it. */
  readonly operation?: string;
  /** Of the API, by its id: answered in its words. */
  readonly failure?: string;
  /** 400 to 599. Where a source documents how too many calls are answered, 429 has its headers. */
  readonly status?: number;
  /** `page`: 502 with the HTML page of a gateway. `cut`: the body breaks off. */
  readonly effect?: 'page' | 'cut' | 'expiredToken';
  readonly delayMs?: number;
  /** Of each call, above 0 and at most 1; the same calls meet it with the same `seed`. */
  readonly probability?: number;
  readonly seed?: number;
  /** One without it, and many with a probability. */
  readonly times?: number;
}

/** The same of webhooks, beside faults of calls. */
export interface WebhookFault extends Omit<WebhookDisturbance, 'effect'> {
  readonly webhook: WebhookDisturbance['effect'];
}

export interface WebhookDisturbance {
  /** `reorder`: held until all have come, and sent in reverse. */
  readonly effect: 'drop' | 'delay' | 'duplicate' | 'reorder';
  readonly event?: string;
  readonly to?: string;
  readonly document?: string;
  /** 1 without it, 2 for `reorder`, many with a probability. */
  readonly times?: number;
  /** Of each event, above 0 and at most 1; the same events meet it with the same `seed`. */
  readonly probability?: number;
  readonly seed?: number;
  /** Of `delay`, by the emulator's clock; a minute without it. */
  readonly delaySeconds?: number;
}

export interface RequestsWanted<Id extends ProviderId = ProviderId> {
  readonly provider?: Id;
}

/** A call that came, and how it was answered. */
export interface LoggedCall {
  readonly provider: ProviderId;
  readonly number: number;
  /** ISO 8601, by the emulator's clock. */
  readonly at: string;
  readonly method: string;
  /** As the operation writes it; of what is no call, with long parts left out. */
  readonly path: string;
  readonly status: number;
  /** Ids of the operations that it may be. */
  readonly operations: readonly string[];
  /** What refused it. */
  readonly failures: readonly { readonly id: string; readonly meaning: string }[];
  /** Names that only `strict` refuses. */
  readonly undocumented: readonly string[];
  /** What became of it by `fault`; empty for none. */
  readonly fault: string;
  /** Which parts of the answer no source gives. */
  readonly illustrative: readonly string[];
  /** The API has the call, and the emulator has not. */
  readonly isAbsent: boolean;
  readonly requestBytes: number;
  readonly durationMs: number;
  /** With `logBodies`, secrets masked. */
  readonly content?: {
    readonly address: string;
    readonly request: LoggedHalf;
    readonly reply: LoggedHalf;
  };
}

export interface LoggedHalf {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: {
    /** `withheld`: as of a signing page. */
    readonly kind: 'empty' | 'text' | 'binary' | 'withheld';
    readonly size: number;
    /** Its beginning. */
    readonly text: string;
    /** Bytes that are not in the text. */
    readonly leftOut: number;
  };
}

export interface DeliveriesWanted<Id extends ProviderId = ProviderId> {
  readonly provider?: Id;
  /** Address, number or URL. */
  readonly to?: string;
  /** Id of the document. */
  readonly document?: string;
}

export interface DeliveredMessage {
  readonly provider: ProviderId;
  /** ISO 8601, by the emulator's clock. */
  readonly sentAt: string;
  readonly channel: 'email' | 'sms' | 'webhook';
  readonly purpose: 'invitation' | 'reminder' | 'code' | 'event' | 'notice';
  readonly to: string;
  readonly document: string;
  /** The signing page that it leads to. */
  readonly link?: string;
  /** What must be entered on the page. */
  readonly code?: string;
  /** What happened, in the API's word. */
  readonly event?: string;
  /** Of a webhook. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly payload?: unknown;
  /** Of a webhook: by which it is sent again. */
  readonly id?: string;
  /** `held`: until others have come. `kept`: not sent, since it leads to another machine. */
  readonly state?: 'waiting' | 'delivered' | 'failed' | 'dropped' | 'held' | 'kept';
  /** Why nothing more is sent, where no attempt says it: the subscription was deleted, for example. */
  readonly reason?: string;
  /** What the API would have done of it and the emulator does not. */
  readonly note?: string;
  readonly attempts?: readonly WebhookAttempt[];
}

/** One call of a webhook's address. */
export interface WebhookAttempt {
  /** ISO 8601, by the emulator's clock. */
  readonly at: string;
  readonly headers: Readonly<Record<string, string>>;
  /** What was answered; not there where nothing was. */
  readonly status?: number;
  readonly body?: string;
  readonly durationMs?: number;
  /** Why there is no answer. */
  readonly reason?: string;
}
