import type { Literal } from './literals';
import type { SecretText } from './secretText';

/** How one language writes what the frame of a snippet leaves open. */
export interface SnippetLanguage {
  /** Of the library: the language, and the way to send in it. */
  readonly target: 'javascript' | 'node' | 'csharp' | 'python' | 'java' | 'php' | 'go';
  readonly client: string;
  readonly literal: Literal;
  /** A body of text where the frame has the mark of one. */
  readonly text: (text: string) => string;
  readonly form: (form: SnippetForm) => FormCode;
  /** Adds what the code imports. */
  readonly finish: (code: string, uses: Uses) => string;
}

export interface SnippetForm {
  readonly parts: readonly SnippetPart[];
  /** For languages that have no form of their own: the pieces of the body, a file among them. */
  readonly pieces: readonly (SecretText | SnippetFile)[];
}

export type SnippetPart =
  | { readonly kind: 'text'; readonly name: SecretText; readonly value: SecretText }
  | SnippetFile;

export interface SnippetFile {
  readonly kind: 'file';
  readonly name: SecretText;
  readonly fileName: SecretText;
  readonly mediaType: string;
  readonly content: { readonly path: SecretText } | { readonly base64: string };
}

/** A form in the place of a body of text. */
export interface FormCode {
  /** Whether it writes the content type itself, with a boundary of its own. */
  readonly writesType: boolean;
  /** The frame with a mark for the body, to the frame with the form. */
  readonly into: (frame: string, bodyMark: RegExp) => string;
}

export interface Uses {
  readonly environment: boolean;
  readonly form: boolean;
}

/** The parts of a JSON text as a value of the language. */
export interface ValueWriter {
  /** Of one level more. */
  readonly indent: string;
  readonly literal: Literal;
  readonly words: Readonly<Record<'null' | 'true' | 'false', string>>;
  readonly key: (name: SecretText) => string;
}
