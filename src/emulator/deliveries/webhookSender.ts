import type { Headers } from '../../core/http';
import type { WebhookAnswer } from '../../core/webhooks/emulatedMessage';
import type { HeaderLine } from '../../protocol/reply';

/** One call of a webhook's address, as it is sent. */
export interface WebhookCall {
  readonly method: string;
  readonly url: string;
  readonly headers: Headers;
  /** As somebody else sent them, in their order and each by itself; instead of `headers`. */
  readonly headerLines?: readonly HeaderLine[];
  /** Empty for none. */
  readonly body: Uint8Array;
  readonly timeoutMs: number;
  readonly redirects: number;
  /** How much of the answer is kept, where that is not the beginning alone. */
  readonly answerCharacters?: number;
}

/** How events leave the emulator. Without one they are only taken down. */
export interface WebhookSender {
  /** Never throws for what the network does. */
  send(call: WebhookCall): Promise<WebhookAnswer>;
  /** Wakes the emulator once, after real milliseconds; the function that comes back takes it back. */
  wake(afterMs: number, act: () => void): () => void;
  /** Whether an event for this address would stay where it is. */
  keeps?(url: string): boolean;
}
