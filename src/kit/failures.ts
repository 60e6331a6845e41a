import type { Rejection } from '../core/emulation';
import type { Failure } from '../core/failure';
import type { Provider } from '../core/provider';

/** How a failure is recognised in a reply. */
export type Recognition = Pick<Provider, 'readErrors' | 'isFailure'>;

/** The documented ways of an API to fail, how they are recognised, and how its emulator refuses with them. */
export interface FailureCatalogue<Id extends string> {
  readonly list: readonly Failure[];
  readonly recognition: Recognition;
  /** What a handler answers instead of a reply; a failure that is not in the catalogue does not compile. */
  refuse(failure: Id, detail?: Rejection['detail']): Rejection;
  find(id: string): Failure;
  /** The failure's text with its `{name}` parts filled in, those that are not known by `unknown`. */
  messageOf(rejection: Rejection, unknown?: string): string;
}

export type FailureIdOf<Catalogue> = Catalogue extends FailureCatalogue<infer Id> ? Id : never;

export function defineFailures<const F extends Failure>(
  list: readonly F[],
  recognition: Recognition,
): FailureCatalogue<F['id']> {
  const byId = new Map<string, Failure>(list.map((failure) => [failure.id, failure]));
  const find = (id: string): Failure => {
    const failure = byId.get(id);
    if (failure === undefined) throw new Error(`There is no failure "${id}".`);
    return failure;
  };
  return {
    list,
    recognition,
    find,
    refuse: (failure, detail) => ({ failure, ...(detail !== undefined && { detail }) }),
    messageOf: ({ failure, detail = {} }, unknown = '') =>
      find(failure).message.replace(/\{(\w+)\}/g, (_part, name: string) => detail[name] ?? unknown),
  };
}
