import { defaultLimits, type HttpClient, type HttpLimits } from '../http';
import { Confirmations } from './asking/mayBeSent';
import { CallMeter } from './politeness/callMeter';
import type { SendPorts } from './ports';
import { TokenCache } from './tokens/tokenCache';

/** What sending needs of the machine that it runs on, whoever sends. */
export interface Machine extends Pick<SendPorts, 'now' | 'newId' | 'pause' | 'readTls'> {
  readonly http: HttpClient;
}

/** What is different from one who sends to the next. */
export interface SenderPorts
  extends Pick<SendPorts, 'credentials' | 'enterCredentials' | 'ask' | 'readFile' | 'tlsPassphrase'> {
  /** Those of the product without it. */
  readonly limits?: HttpLimits;
  /** Nobody without it: see SendPolicy. */
  readonly allowedRecipients?: readonly string[];
}

/** What outlives a single send: the HTTP client, the tokens, and what was agreed to. */
export class SendSession {
  readonly #machine: Machine;
  readonly #tokens = new TokenCache();
  readonly #confirmations = new Confirmations();
  readonly #meter: CallMeter;

  constructor(machine: Machine, meter = new CallMeter(machine.now)) {
    this.#machine = machine;
    this.#meter = meter;
  }

  ports({ limits = defaultLimits, allowedRecipients = [], ...sender }: SenderPorts): SendPorts {
    const policy = { allowedRecipients, confirmations: this.#confirmations, meter: this.#meter };
    return { ...this.#machine, ...sender, limits, tokens: this.#tokens, policy };
  }

  get tokens(): TokenCache {
    return this.#tokens;
  }
}
