import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';

/*
 * What a person does with a provider, from its tree to a reply: src/providers/<id>/journey.json. Values are typed as
 * text into the fields of the form, named by JSON pointers.
 */
const journey = z.strictObject({
  /** Labels below the emulator's connection. */
  item: z.array(z.string()).min(2),
  /** Labels below the item, when the menu is not its own. */
  below: z.array(z.string()).optional(),
  menu: z.string(),
  values: z.record(z.string(), z.string()),
  /** A value that is refused at its field before the right one is typed. */
  invalid: z.strictObject({ pointer: z.string(), value: z.string(), message: z.string() }),
  reply: z.strictObject({ status: z.int(), shows: z.string() }),
  /** The next step that makes a signing link; without it the reply itself may hold one. */
  link: z.strictObject({ step: z.string(), subject: z.string() }).optional(),
  /** Recipients below the item once the link was opened and signed. */
  signed: z.array(z.strictObject({ item: z.array(z.string()), description: z.string() })).optional(),
  /** What the document shows after the request, where nothing is signed. */
  after: z.strictObject({ item: z.array(z.string()), description: z.string() }).optional(),
  replayed: z.strictObject({ status: z.int() }),
});

export type Journey = z.output<typeof journey>;

export function readJourney(provider: string): Journey | undefined {
  const file = join('src', 'providers', provider, 'journey.json');
  return existsSync(file) ? journey.parse(JSON.parse(readFileSync(file, 'utf8'))) : undefined;
}
