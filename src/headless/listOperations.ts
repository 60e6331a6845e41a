import type { Operation } from '../core/operation';
import type { Provider } from '../core/provider';

/** An operation as a report names it. */
export interface ListedOperation extends Pick<Operation, 'title' | 'method' | 'path' | 'docs'> {
  readonly operation: string;
  readonly provider: string;
}

/** Every operation that a request file can name. */
export function listOperations(providers: readonly Provider[]): readonly ListedOperation[] {
  return providers.flatMap(({ id: provider, operations }) =>
    operations.map(({ id: operation, title, method, path, docs }) => ({
      operation,
      provider,
      title,
      method,
      path,
      docs,
    })),
  );
}
