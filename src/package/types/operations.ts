/*
 * In the package the build writes these types from the schemas of each operation, by their ids; here they are open.
 */

/** The values and the reply of each operation, by its id. */
export interface OperationTypes {
  readonly [operation: string]: CallTypes;
}

export interface CallTypes {
  /** What a request says: `path`, `query` and `body`. */
  readonly values: object;
  /** The body of a success. */
  readonly reply: unknown;
}

/** Ids of the e-sign APIs. */
export type ProviderId = string;
