import type * as z from 'zod';
import type { Operation, PreparedRequest, ReplyContext } from '../core/operation';

type Operations = Readonly<Record<string, Operation>>;

/** What a successful reply makes possible, by the name of the operation that was answered. */
export type NextSteps<O extends Operations> = {
  readonly [Name in keyof O]?: (
    reply: unknown,
    context: ReplyContext<O[Name]['request']>,
  ) => readonly PreparedRequest[];
};

/**
 * The operations with their next steps. These stand apart from the operations since they lead from one to another, and
 * back: files would import each other in circles.
 */
export function withNextSteps<O extends Operations>(operations: O, nextSteps: NextSteps<O>): readonly Operation[];
export function withNextSteps(
  operations: Operations,
  nextSteps: Readonly<Record<string, Operation['nextSteps']>>,
): readonly Operation[] {
  return Object.entries(operations).map(([name, operation]) => {
    const own = nextSteps[name];
    return own === undefined ? operation : { ...operation, nextSteps: own };
  });
}

/** Steps from a reply of this form; a reply of another form leads nowhere. */
export function readingReply<Reply extends z.ZodType, Context>(
  schema: Reply,
  steps: (reply: z.output<Reply>, context: Context) => readonly PreparedRequest[],
): (reply: unknown, context: Context) => readonly PreparedRequest[] {
  return (reply, context) => {
    const read = schema.safeParse(reply);
    return read.success ? steps(read.data, context) : [];
  };
}
