/** What a file field took. */
export interface LoadedFile {
  readonly name: string;
  /** It came with the name: content without one is sent under a name that says nothing. */
  readonly isNamed: boolean;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
  /** As the request names it; undefined for content that stands in the request itself. */
  readonly path: string | undefined;
  /** The value is the content in base64 already. */
  readonly isEncoded?: boolean;
}

/** Files of multipart bodies, by pointer into the request. */
export type LoadedFiles = ReadonlyMap<string, LoadedFile>;
