import * as z from 'zod';
import { isRecord } from '../json/jsonKinds';

/**
 * A record whose names come from a file. `z.record` leaves `__proto__` out without a word, which is a name like any
 * other: here every member is checked, and the object stays the one that was read.
 */
export function ownRecord<Value extends z.ZodType>(
  name: z.ZodType<string>,
  value: Value,
): z.ZodType<Readonly<Record<string, z.output<Value>>>> {
  return z.custom<Readonly<Record<string, z.output<Value>>>>().check((context) => {
    const read: unknown = context.value;
    if (!isRecord(read)) {
      context.issues.push({ code: 'invalid_type', expected: 'record', input: read });
      return;
    }
    for (const [key, member] of Object.entries(read)) {
      const faults = [...(name.safeParse(key).error?.issues ?? []), ...(value.safeParse(member).error?.issues ?? [])];
      for (const fault of faults)
        context.issues.push({ ...fault, path: [key, ...fault.path], input: member } as z.core.$ZodRawIssue);
    }
  });
}
