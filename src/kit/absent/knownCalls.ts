import type { Operation } from '../../core/operation';
import type { AbsentCall } from '../../core/provider';

type CallName = `${Operation['method']} /${string}`;

/** Titles of calls by method and path, below the source that lists them. */
export type KnownCalls = Readonly<Record<string, Readonly<Record<CallName, string>>>>;

/** The known calls that are no operations, at whatever parameters and case their paths are written with. */
export function absentCalls(known: KnownCalls, operations: readonly Operation[]): readonly AbsentCall[] {
  const present = new Set(
    operations.flatMap(({ method, path, alsoAt = [], dialects = {} }) =>
      [path, ...alsoAt, ...Object.values(dialects)].map((one) => placeOf(method, one)),
    ),
  );
  return Object.entries(known)
    .flatMap(([source, titles]) => Object.entries(titles).map(([name, title]) => ({ ...callOf(name), title, source })))
    .filter(({ method, path }) => !present.has(placeOf(method, path)));
}

/** Keys are written as `CallName`, which an object's entries have forgotten. */
function callOf(name: string): Pick<Operation, 'method' | 'path'> {
  const space = name.indexOf(' ');
  return { method: name.slice(0, space) as Operation['method'], path: name.slice(space + 1) };
}

function placeOf(method: string, path: string): string {
  return `${method} ${path.replace(/\{\w+\}/g, '{}').toLowerCase()}`;
}
