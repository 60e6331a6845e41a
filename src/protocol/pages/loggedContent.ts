/** A request to the emulator as it came, and its answer: secrets are masked. */
export interface LoggedContent {
  readonly number: number;
  readonly address: string;
  readonly request: LoggedMessage;
  readonly reply: LoggedMessage;
}

export interface LoggedMessage {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: LoggedBody;
}

export interface LoggedBody {
  /** `withheld`: nobody can say what of it is a secret. */
  readonly kind: 'empty' | 'text' | 'binary' | 'withheld';
  /** Bytes, of all of it. */
  readonly size: number;
  /** Of a text, its beginning; files of a form by their size. */
  readonly text: string;
  /** Bytes that are not in the text. */
  readonly leftOut: number;
}
