import type { JsonObject } from '../../../src/protocol/json';

type Content = Readonly<
  Record<string, { readonly schema: object; readonly examples?: Record<string, { value: unknown }> }>
>;

export interface DescribedCall {
  readonly method: string;
  readonly path: string;
  readonly name: string;
  readonly call: {
    readonly 'x-esign-operations': readonly string[];
    readonly requestBody?: { readonly content: Content };
    readonly responses: Readonly<Record<string, { readonly content?: Content }>>;
  };
}

/** The calls of a description, read as a stranger reads them. */
export function callsOf(described: JsonObject): readonly DescribedCall[] {
  const { paths }: { paths: Record<string, Record<string, DescribedCall['call']>> } = JSON.parse(
    JSON.stringify(described),
  );
  return Object.entries(paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, call]) => ({ method, path, name: `${method} ${path}`, call })),
  );
}
