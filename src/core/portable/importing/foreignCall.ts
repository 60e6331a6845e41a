/** A request as another tool wrote it. Variables stand as `{{name}}` in all of its texts. */
export interface ForeignCall {
  readonly title: string;
  readonly method: string;
  readonly url: string;
  readonly headers: readonly Pair[];
  readonly body: ForeignBody | undefined;
  /** Of the folders that it lies in, outermost first: they stand before those of the whole collection. */
  readonly variables?: readonly ForeignVariable[];
  /** Of a run of this product: which operation and connection it was. */
  readonly known?: { readonly operation?: string | undefined; readonly connection?: string | undefined };
}

export type Pair = readonly [name: string, value: string];

export type ForeignBody =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'fields'; readonly fields: readonly ForeignField[] }
  /** What it holds stands in another file. */
  | { readonly kind: 'file'; readonly path: string };

export interface ForeignField {
  readonly name: string;
  /** Text, or the path of a file. */
  readonly value: string;
  readonly isFile: boolean;
}

export interface ForeignVariable {
  readonly name: string;
  readonly value: string;
  /** By the tool's own word. */
  readonly isSecret: boolean;
}

export interface LeftOut {
  readonly what: string;
  readonly why: string;
}

/** What a file of another tool holds. */
export interface ForeignCollection {
  readonly calls: readonly ForeignCall[];
  readonly variables: readonly ForeignVariable[];
  readonly leftOut: readonly LeftOut[];
}

export const emptyCollection: ForeignCollection = { calls: [], variables: [], leftOut: [] };

export function textBody(text: string | undefined): ForeignBody | undefined {
  return text === undefined || text === '' ? undefined : { kind: 'text', text };
}
