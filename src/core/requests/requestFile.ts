import type { RequestValues } from '../provider';

/** The content of a `*.esign.json` file. */
export interface RequestFile extends RequestValues {
  readonly operation: string;
  /** Id of a connection of the operation's provider. */
  readonly connection: string;
}
