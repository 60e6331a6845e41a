import type * as z from 'zod';
import { type Call, defineRule, type RequestSchemas, type RequestValues, type Rule } from '../core/operation';
import { holdsReference } from '../core/requests/references/reference';

/** Loads what rules need to know of the document that the path names; undefined while it names none. */
export function factsOfPath<Path extends z.ZodObject, Facts>(
  schema: Path,
  load: (path: z.output<Path>, call: Call) => Promise<Facts>,
): (values: RequestValues, call: Call) => Promise<Facts | undefined> {
  return async ({ path }, call) => {
    const named = schema.safeParse(path);
    if (!named.success || Object.values(named.data).some(holdsReference)) return undefined;
    return load(named.data, call);
  };
}

interface Condition<Facts> extends Omit<Rule, 'check'> {
  /** What is wrong, if anything is. */
  readonly fault: (facts: Facts) => string | undefined;
}

/** Rules of what must hold of a document, whatever the request says: their findings are where it is named. */
export function conditionsAt<Facts>(pointer: string): (condition: Condition<Facts>) => Rule {
  return ({ fault, ...rule }) =>
    defineRule<RequestSchemas, Facts>({
      ...rule,
      check: (_values, facts) => {
        const message = facts === undefined ? undefined : fault(facts);
        return message === undefined ? [] : [{ pointer, message }];
      },
    });
}

/** A value that names none of what there is. One that stands for another value, or that nobody can check yet, may. */
export function namesNone(
  value: string | undefined,
  known: ReadonlySet<string | undefined> | undefined,
): value is string {
  return value !== undefined && known !== undefined && !holdsReference(value) && !known.has(value);
}
