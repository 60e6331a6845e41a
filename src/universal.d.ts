// What every JavaScript platform has (Node, browsers, workers), declared for the folders that compile
// without Node and DOM types. Nothing may be added that is missing on one of them.

declare class URL {
  constructor(url: string, base?: string | URL);
  static canParse(url: string, base?: string): boolean;
  readonly href: string;
  readonly origin: string;
  readonly protocol: string;
  readonly host: string;
  readonly hostname: string;
  readonly port: string;
  pathname: string;
  search: string;
  hash: string;
  readonly username: string;
  readonly password: string;
  readonly searchParams: URLSearchParams;
  toString(): string;
}

declare class URLSearchParams implements Iterable<[string, string]> {
  constructor(init?: string | Record<string, string> | [string, string][]);
  append(name: string, value: string): void;
  set(name: string, value: string): void;
  get(name: string): string | null;
  getAll(name: string): string[];
  has(name: string): boolean;
  [Symbol.iterator](): IterableIterator<[string, string]>;
  toString(): string;
}

declare class TextEncoder {
  encode(text?: string): Uint8Array;
}

declare class TextDecoder {
  constructor(label?: string, options?: { fatal?: boolean });
  decode(bytes?: Uint8Array, options?: { stream?: boolean }): string;
}

interface AbortSignal {
  readonly aborted: boolean;
  readonly reason: unknown;
  addEventListener(type: 'abort', listener: () => void, options?: { once?: boolean }): void;
  removeEventListener(type: 'abort', listener: () => void): void;
}

declare function btoa(text: string): string;
declare function atob(base64: string): string;
declare function structuredClone<T>(value: T): T;

/** Its own types speak of streams and files, which only some platforms have. */
declare module 'papaparse' {
  const Papa: {
    parse<Row>(
      text: string,
      config: { delimiter: string; delimitersToGuess?: string[]; skipEmptyLines?: 'greedy' },
    ): { data: Row[]; meta: { delimiter: string } };
    unparse(rows: string[][], config: { delimiter: string; newline: string }): string;
  };
  export = Papa;
}
