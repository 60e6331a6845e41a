import type * as z from 'zod';
import type { Operation, ReplySchemas, RequestSchemas, RequestValues } from '../../core/operation';
import type { Garden, SeedPlan } from '../../core/seeding/seedPlan';

type Written<S extends RequestSchemas> = {
  readonly [Part in keyof S]: S[Part] extends z.ZodType ? z.input<S[Part]> : undefined;
};

type Success = 200 | 201 | 202 | 204;
type BodyOf<R extends ReplySchemas> = { [Status in keyof R & Success]: z.output<R[Status]> }[keyof R & Success];

/** The same with the types of each call. */
export interface TypedGarden extends Omit<Garden, 'call'> {
  call<S extends RequestSchemas, R extends ReplySchemas, Facts>(
    operation: Operation<S, Facts, R>,
    values: Written<S>,
    at: string,
  ): Promise<BodyOf<R>>;
}

interface WithAccountsField {
  readonly accounts?: readonly object[];
}

/** What a seed may say of an API, and by which of its calls that is planted. */
export function defineSeed<Schema extends z.ZodType<object>>(
  schema: Schema,
  plant: (seed: z.output<Schema>, garden: TypedGarden) => Promise<void>,
): SeedPlan {
  return {
    schema,
    accounts: (seed) => (seed as WithAccountsField).accounts ?? [],
    plant: (seed, garden) => {
      const typed: TypedGarden = {
        refuse: garden.refuse,
        // The door checks values and reply against the schemas that these types are made of.
        call: (operation, values, at) => garden.call(operation as Operation, values as RequestValues, at) as never,
      };
      return plant(seed as z.output<Schema>, typed);
    },
  };
}
