import type * as z from 'zod';
import type { Operation, RequestValues } from '../operation';

/** How what a person writes down of an account comes into the emulator of its API. */
export interface SeedPlan {
  /** What can be written. */
  readonly schema: z.ZodType;
  /** Who may come in; the rest is planted as the first of them. */
  accounts(seed: unknown): readonly object[];
  /** Only called with what the schema gave. */
  plant(seed: unknown, garden: Garden): Promise<void>;
}

/** An emulator that is being filled. What cannot be done is said of the place that it is for, and ends the planting. */
export interface Garden {
  /** One of the API's own calls, checked and sent as everybody's are; the body of its success comes back. */
  call(operation: Operation, values: RequestValues, at: string): Promise<unknown>;
  /** Nothing that a schema could tell. `at`: a pointer into the provider's part of the seed. */
  refuse(at: string, message: string): never;
}
