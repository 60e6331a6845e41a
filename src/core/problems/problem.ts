import type { Issue } from '../../protocol/form';
import type { HttpFailure } from '../http';
import type { Question } from '../sending/asking/question';
import type { RefusedRewriting } from '../sending/rewriting/rewriteRecipients';

/**
 * Why there is no reply, or why nothing was sent. A 4xx or 5xx is a reply, not a problem. `connection` is its title, which on
 * the command line is its id; one that nobody knows is named as it was asked for.
 */
export type Problem =
  | { readonly kind: 'unreadableRequest'; readonly detail: string }
  | { readonly kind: 'unknownOperation'; readonly operation: string; readonly meant?: readonly string[] }
  | { readonly kind: 'invalidRequest'; readonly issues: readonly Issue[] }
  | { readonly kind: 'unknownConnection'; readonly provider: string; readonly connection: string }
  /** Assistants may use it when a person has opened it for them. `opening` says how. */
  | { readonly kind: 'notOpened'; readonly provider: string; readonly connection: string; readonly opening: string }
  | { readonly kind: 'invalidBaseUrl'; readonly baseUrl: string; readonly reason: string }
  | { readonly kind: 'invalidPathPrefix'; readonly pathPrefix: string; readonly reason: string }
  /** `reason` follows the name of the connection. */
  | { readonly kind: 'invalidTls'; readonly connection: string; readonly reason: string }
  /** Of this side, or of an authority that is to be trusted. `reason` follows the name of the file. */
  | {
      readonly kind: 'unusableCertificate';
      readonly connection: string;
      readonly file: string;
      readonly reason: string;
    }
  /** By what recipients were to be replaced. */
  | { readonly kind: 'invalidRewriting'; readonly entry: string; readonly reason: string }
  /** Somebody whom a request names could not be replaced. */
  | {
      readonly kind: 'notRewritten';
      readonly connection: string;
      readonly recipient: string;
      readonly reason: RefusedRewriting;
    }
  /** HTTP has no way to carry it. */
  | { readonly kind: 'unsendableBody'; readonly reason: string }
  | {
      readonly kind: 'invalidAddress';
      readonly part: 'path' | 'query';
      /** Of the value in the request file. */
      readonly pointer: string;
      readonly reason: string;
    }
  | {
      readonly kind: 'foreignOrigin';
      readonly connection: string;
      readonly origin: string;
      readonly confirmed: readonly string[];
    }
  | {
      readonly kind: 'missingCredentials';
      readonly provider: string;
      readonly connection: string;
      readonly names: readonly string[];
    }
  | { readonly kind: 'malformedCredential'; readonly name: string; readonly reason: string }
  | { readonly kind: 'unconfirmedOrigin'; readonly connection: string; readonly origin: string }
  | { readonly kind: 'unknownVariable'; readonly name: string; readonly pointer: string }
  | { readonly kind: 'credentialsNotAllowed'; readonly name: string; readonly pointer: string }
  | { readonly kind: 'unreadableFile'; readonly path: string; readonly reason: string }
  | {
      readonly kind: 'tokenRefused';
      readonly provider: string;
      readonly status: number;
      readonly detail: string;
      /** Where the server said what to do. */
      readonly nextStep?: string;
    }
  /** A person was asked whether it may be sent, and said no. */
  | { readonly kind: 'declined'; readonly question: Question }
  /** One that was to be sent with it cannot be sent as it is. */
  | { readonly kind: 'heldBack'; readonly because: string }
  /** There was nobody to ask. */
  | { readonly kind: 'unanswered'; readonly question: Question }
  /** The token call was answered, and no token can be taken from the answer. `detail` says what came. */
  | { readonly kind: 'unusableToken'; readonly provider: string; readonly detail: string; readonly nextStep?: string }
  /** A call was answered, and what is needed of the answer stands there otherwise: `difference` says where and how. */
  | { readonly kind: 'oddReply'; readonly operation: string; readonly difference: string }
  | { readonly kind: 'emulatorStopped'; readonly provider: string }
  | {
      readonly kind: 'noReply';
      readonly url: string;
      readonly failure: HttpFailure;
      /** What the call changes may be changed: names the call that shows it, where there is one. False when it changes nothing. */
      readonly mayHaveTakenEffect?: false | { readonly lookWith?: string };
    }
  /** A mistake of the product itself. */
  | { readonly kind: 'bug'; readonly detail: string };

export type ProblemKind = Problem['kind'];

/** What a place of the request is called, by its JSON pointer. */
export type TitleOf = (pointer: string) => string;
