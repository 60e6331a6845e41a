/** What the reply panel shows of one run. Secrets are masked before it is built. */
export type ReplyState =
  | { readonly kind: 'empty' }
  | {
      readonly kind: 'sending';
      readonly title: string;
      readonly target: string;
      /** How long it was under way when this was said. */
      readonly passedMs: number;
    }
  | {
      readonly kind: 'problem';
      readonly title: string;
      readonly run: RunHeader;
      readonly problem: ProblemText;
      /** What is wrong with the values, where that is the cause. */
      readonly issues: readonly PlacedIssue[];
      /** Nothing but our own checks kept it from being sent: it can be sent anyway. */
      readonly isForeseen: boolean;
      /** The setting whose limit ended it. */
      readonly limit?: SendLimit;
      readonly request: SentRequest | undefined;
      readonly nextSteps: readonly NextStep[];
    }
  | {
      readonly kind: 'replied';
      readonly run: RunHeader;
      readonly status: number;
      readonly statusText: string;
      /** Whether the API answered; otherwise a page, a gateway or a part of an answer came. */
      readonly isAnswer: boolean;
      readonly failed: boolean;
      /** Errors that were foreseen, and sent in spite of. */
      readonly inSpiteOf: readonly PlacedIssue[];
      /** How many they are, in words. */
      readonly inSpiteOfCount: { readonly count: number; readonly isCut: boolean };
      readonly durationMs: number;
      readonly timing?: ReplyTiming;
      /** Bytes of the decoded body, as far as it came. */
      readonly size: number;
      /** Bytes of the body as it came over the wire, where it was packed. */
      readonly wireSize?: number;
      readonly headers: readonly HeaderLine[];
      readonly body: BodyPreview;
      /** What the body is, where it is something else than text. */
      readonly content?: BodyContent;
      /** The body is larger than what is read: `body` is its beginning. */
      readonly large?: LargeBody;
      readonly request: SentRequest;
      readonly links: readonly LinkCard[];
      readonly nextSteps: readonly NextStep[];
      /** Who signs when, where the reply is of a document whose recipients have an order. */
      readonly order?: readonly OrderStep[];
      readonly explanations: readonly Explanation[];
      /** What is said of the reply whoever the provider is: who speaks, when to try again. */
      readonly general: readonly ProblemText[];
      /** Where the reply differs from its documentation. */
      readonly differences: readonly DifferenceLine[];
      /** What else is remarked, such as redirects that were not followed. */
      readonly remarks: readonly string[];
    };

/** Settings that bound a request, by their names below `esign.send`. */
export type SendLimit = 'maxReplyMegabytes' | 'connectTimeoutSeconds' | 'totalTimeoutSeconds';

/** What a reply's time was spent on, in milliseconds. A connection that stood already has none of the first three. */
export interface ReplyTiming {
  /** Finding the address of the host. */
  readonly lookupMs?: number;
  readonly connectMs?: number;
  readonly tlsMs?: number;
  /** From there until the reply began: sending the request is part of it. */
  readonly waitingMs: number;
  readonly downloadMs: number;
}

/** What a body is that can be shown in another way than as text. */
export type BodyContent =
  /** Its text can be laid out as a page. */
  | { readonly kind: 'page' }
  /** `source` is a data: address; absent for an image that is too large to be shown. */
  | { readonly kind: 'image'; readonly name: string; readonly source?: string }
  /** Without facts where only its beginning is there. */
  | { readonly kind: 'pdf'; readonly facts?: PdfFacts }
  /** `hex` shows the first bytes. */
  | { readonly kind: 'binary'; readonly name: string; readonly hex: string }
  /** The history keeps no bytes that are not text. */
  | { readonly kind: 'notKept'; readonly name: string };

/** What a PDF says of itself; what could not be read is absent. */
export interface PdfFacts {
  readonly version?: string;
  readonly pages?: number;
  readonly title?: string;
  readonly isEncrypted: boolean;
  readonly signatures: number;
  /** Bytes were added behind what the last signature covers. */
  readonly isChangedSince?: boolean;
  /** Its end is missing. */
  readonly isCut: boolean;
}

/** What became of a body that is larger than what is read. */
export interface LargeBody {
  readonly text: string;
  /** All of it is in a file of this session. */
  readonly isKept: boolean;
  /** It is not too large for an editor. */
  readonly canBeOpened: boolean;
}

export interface RunHeader {
  /** Of the run: what the page remembers of its view is kept by it. */
  readonly id: string;
  readonly operation: string;
  readonly operationTitle: string;
  readonly provider: string;
  readonly connection: string;
  readonly environment: string;
  /** Nobody checked whose answer it is. */
  readonly isUnchecked?: true;
  /** What went wrong may be of the connection. */
  readonly isDiagnosable?: true;
  /** ISO 8601. */
  readonly sentAt: string;
  /** The run comes from the history: links and secrets are not kept there. */
  readonly fromHistory: boolean;
}

/** Something wrong with a value of the request. */
export interface PlacedIssue {
  readonly pointer: string;
  /** The place in the words of the form. */
  readonly title: string;
  readonly message: string;
}

export interface ProblemText {
  readonly title: string;
  readonly cause: string;
  readonly nextStep: string;
}

export interface DifferenceLine {
  /** Whether the reply departs from what is documented; otherwise it only holds more. */
  readonly isDeparture: boolean;
  /** Missing, another type, not documented. */
  readonly title: string;
  /** A pointer in which a star stands for the items of a list. */
  readonly place: string;
  /** A pointer of the body that leads there, or to what it is missing in. */
  readonly pointer: string;
  readonly text: string;
}

export interface HeaderLine {
  readonly name: string;
  readonly value: string;
}

/** The replies before and after the one that is shown, by what they are called; undefined where there is none. */
export interface Trail {
  readonly back: string | undefined;
  readonly forward: string | undefined;
}

/** Whose body it is. */
export type BodySide = 'reply' | 'request';

/** How bodies are shown, whichever reply it is. */
export interface BodyLayout {
  readonly wrap: boolean;
  /** JSON as it came, not laid out. */
  readonly raw: boolean;
}

/** What is copied from a body, for the words that say so. */
export type CopiedFromBody = 'value' | 'expression' | 'pointer' | 'jsonPath';

export interface BodyPreview {
  /** As it came, secrets masked; at most about 256 KB. The page lays JSON out. */
  readonly text: string;
  readonly language: 'json' | 'text' | 'none';
  readonly truncated: boolean;
}

export interface SentRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: readonly HeaderLine[];
  readonly body: BodyPreview;
  /** What the file fields took, with what is odd about it. */
  readonly attachments: readonly AttachmentLine[];
}

export interface AttachmentLine {
  readonly text: string;
  readonly warnings: readonly string[];
}

/** Open and Copy name the link by its index: the panel never needs to send an address back. */
export interface LinkCard {
  readonly url: string;
  readonly recipient: string | undefined;
  /** What it leads to where nobody signs there. */
  readonly opens?: string | undefined;
  /** ISO 8601, when the lifetime is known. */
  readonly expiresAt: string | undefined;
  readonly singleUse: boolean;
  readonly isUsed: boolean;
  /** What is shown of the address until somebody wants to see all of it. */
  readonly host: string;
  /** Of the emulator: it can be signed here, and only this machine reaches it. */
  readonly isEmulated: boolean;
}

/** A call that the reply makes possible, such as a link for an invite that was just created. */
/** People who are asked at the same time. */
export interface OrderStep {
  readonly order: number;
  readonly people: readonly { readonly name: string; readonly status: string | undefined; readonly done: boolean }[];
}

export interface NextStep {
  readonly title: string;
  readonly subject: string;
  readonly enabled: boolean;
  /** Why it is not possible yet, or what it does. */
  readonly note: string | undefined;
  /** The steps that can be taken together with it, itself included: one for each recipient. Empty where it stands alone. */
  readonly alike: readonly number[];
}

/** A documented failure recognised in the reply. */
export interface Explanation {
  readonly code: string;
  readonly message: string;
  readonly meaning: string;
  readonly nextStep: string;
  /** Title of the operation that mends it; run with `mend` and the explanation's index. */
  readonly mend: string | undefined;
  readonly source: string;
}
