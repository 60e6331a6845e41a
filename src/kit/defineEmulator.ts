import type * as z from 'zod';
import type { EmulatorDefinition, HandlerContext, Rejection } from '../core/emulation';
import type { Headers } from '../core/http';
import type { Operation, ReplySchemas, ValuesOf } from '../core/operation';

type Operations = Readonly<Record<string, Operation>>;

type DocumentedReply<R extends ReplySchemas> = {
  [Status in keyof R & number]: {
    readonly status: Status;
    readonly headers?: Headers;
    readonly body?: z.input<R[Status]>;
  };
}[keyof R & number];

/** A handler for every operation, which gets its validated values and answers with documented statuses and bodies. */
export type HandlersOf<O extends Operations, State> = {
  readonly [Name in keyof O]: (
    context: HandlerContext<State, ValuesOf<O[Name]['request']>>,
  ) => DocumentedReply<O[Name]['replies']> | Rejection;
};

/** What the rules of an operation need to know, from the state instead of over the wire; or why it cannot go on. */
export type FactsOf<O extends Operations, State> = {
  readonly [Name in keyof O]?: (
    context: HandlerContext<State, ValuesOf<O[Name]['request']>>,
  ) => LoadedFacts<O[Name]> | Rejection | undefined;
};

type LoadedFacts<Op extends Operation> = Awaited<ReturnType<NonNullable<Op['loadFacts']>>>;

export interface EmulatorOutline<O extends Operations, State>
  extends Omit<EmulatorDefinition<State>, 'handlers' | 'facts' | 'createState'> {
  readonly handlers: HandlersOf<O, State>;
  readonly facts?: FactsOf<O, State>;
}

/**
 * The emulator of these operations, in two calls: the first settles the types of operations and state, so that in the
 * second handlers need none of their own, and one that is missing or misspelled does not compile.
 */
export function defineEmulator<O extends Operations, State>(
  operations: O,
  createState: EmulatorDefinition<State>['createState'],
): (outline: EmulatorOutline<O, State>) => EmulatorDefinition {
  return (outline) => {
    const definition = {
      ...outline,
      createState,
      handlers: byId(operations, outline.handlers),
      ...(outline.facts !== undefined && { facts: byId(operations, outline.facts) }),
    };
    // The engine hands state and values back without looking at them.
    return definition as unknown as EmulatorDefinition;
  };
}

function byId(operations: Operations, table: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(operations)
      .filter(([name]) => table[name] !== undefined)
      .map(([name, { id }]) => [id, table[name]]),
  );
}
