import type { Call, PreparedRequest, Verb } from './operation';

/** What the tree shows of a provider. */
export interface Resources {
  readonly collections: readonly Collection[];
  /** What fields refer to besides documents, such as users and signers, by the name that `offeredFrom` has for it. */
  readonly choices?: Readonly<Record<string, ChoiceSource>>;
}

export interface ChoiceSource {
  /** Id of a collection: they belong to the document of it that the request names. */
  readonly within?: string;
  /** Ids as the field wants them. The document is empty where they belong to none. */
  list(call: Call, document: string): Promise<DocumentPage>;
}

export interface Collection {
  readonly id: string;
  /** The API's own word in the plural: "Documents", "Packages". */
  readonly title: string;
  /** Singular, lower case: "document". */
  readonly noun: string;
  /** Why the API cannot list them. Ids are then pinned by the user. */
  readonly unlisted?: string;
  /** Operations that make a new one. */
  readonly create: readonly string[];
  /** What can be done with some of them, for menus of those that were not read yet. */
  readonly verbs: readonly MenuVerb[];
  list?(call: Call, cursor: string | undefined): Promise<DocumentPage>;
  /** One item with its recipients. */
  read(call: Call, id: string): Promise<DocumentDetail>;
}

/** What menus of a document offer by itself; all else is in the list of its actions. */
export type MenuVerb = Extract<Verb, 'add' | 'invite'>;

export interface DocumentPage {
  readonly items: readonly DocumentSummary[];
  /** Passed to the next `list`; absent on the last page. */
  readonly next?: string;
  /** What could not be read of its rows: the others are listed all the same. */
  readonly remarks?: readonly string[];
}

export interface DocumentSummary {
  readonly id: string;
  readonly title: string;
  readonly status?: Status;
}

export interface DocumentDetail extends DocumentSummary {
  readonly recipients: readonly Recipient[];
  readonly actions: readonly PreparedRequest[];
  /** Said instead of recipients when there are none: "No fields yet, so no roles." */
  readonly empty?: string;
  /** Said below the recipients. */
  readonly note?: string;
}

export interface Recipient {
  readonly id: string;
  /** E-mail address or name; the role's name as long as nobody was invited. */
  readonly title: string;
  /** Whose address the title replaced, as far as the connection tells. */
  readonly inPlaceOf?: string;
  readonly role?: string;
  readonly order?: number;
  readonly status?: Status;
  readonly actions: readonly PreparedRequest[];
  /** Where the emulator lets this recipient sign, for an API that only mails its links. */
  readonly signingPage?: string;
}

export interface Status {
  /** The API's own word. */
  readonly text: string;
  readonly tone: 'none' | 'draft' | 'waiting' | 'open' | 'done' | 'refused' | 'expired';
}
