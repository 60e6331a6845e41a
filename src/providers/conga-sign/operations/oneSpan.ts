import type { Operation } from '../../../core/operation';

/** The dialect of the product that Conga Sign is made of, as its own clients speak it. */
export const oneSpan = 'OneSpan';

type Operations = Readonly<Record<string, Operation>>;

/** The same calls under OneSpan's own paths, which lack the "cs-" of Conga's: `/api/packages` for `/api/cs-packages`. */
export function alsoAsOneSpan<O extends Operations>(operations: O): O;
export function alsoAsOneSpan(operations: Operations): Operations {
  return Object.fromEntries(
    Object.entries(operations).map(([name, operation]) => [name, { ...operation, ...dialectsOf(operation.path) }]),
  );
}

function dialectsOf(path: string): Pick<Operation, 'dialects'> {
  return path.startsWith(congaStart) ? { dialects: { [oneSpan]: `/api/${path.slice(congaStart.length)}` } } : {};
}

const congaStart = '/api/cs-';
