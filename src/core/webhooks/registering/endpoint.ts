import type { Call } from '../../operation';

/** How the calls of an API register an address for a whole account, and take it back. */
export interface WebhookEndpoint {
  /** What is told to the address, to follow "It is told of". */
  readonly covers: string;
  /** What a person should know before: that something stays, or is replaced. One sentence each. */
  readonly notes?: readonly string[];
  /** Where a person takes it back when no call did, a sentence. */
  readonly byHand: string;
  /** An account has one address: another one would be replaced. */
  readonly isOnly?: true;
  add(wish: EndpointWish, call: Call): Promise<void>;
  /** Not there where no call is documented that takes it back. */
  readonly removal?: EndpointRemoval;
}

export interface EndpointWish {
  readonly url: string;
  /** 32 characters, of which the API makes its proof. */
  readonly secret: string;
  /** Whether events of a live environment are meant. */
  readonly isLive: boolean;
}

export interface EndpointRemoval {
  /** Those that are told something now. */
  list(call: Call): Promise<readonly RegisteredEndpoint[]>;
  remove(one: RegisteredEndpoint, call: Call): Promise<void>;
}

export interface RegisteredEndpoint {
  readonly id: string;
  readonly url: string;
}
