import * as z from 'zod';
import type { FormEdit } from '../../../protocol/form';
import type { SetUpToHost } from '../../../protocol/messages';
import { messageParser } from '../../shell/page/messageParser';

const pointer = z
  .string()
  .regex(/^(\/(connection|credentials))(\/[^/]*)*$/)
  .max(400);
const index = z.int().min(0).max(10_000);
const value = z.json();

const edit: z.ZodType<FormEdit> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('set'), pointer, value, written: z.exactOptional(z.string().max(100_000)) }),
  z.strictObject({ kind: z.literal('remove'), pointer }),
  z.strictObject({ kind: z.literal('rename'), pointer, key: z.string().max(200) }),
  z.strictObject({ kind: z.literal('append'), pointer, value }),
  z.strictObject({ kind: z.literal('insert'), pointer, index, value }),
  z.strictObject({ kind: z.literal('move'), pointer, from: index, to: index }),
]);

/** What the form of a connection may say, undefined for anything else. */
export const parseSetUpMessage = messageParser<SetUpToHost>({
  ready: {},
  edit: { edits: z.array(edit).max(1000), number: z.int().min(1), version: z.int().min(0) },
  openMending: { operation: z.string().max(200) },
  chooseFile: { pointer, version: z.int().min(0) },
  test: {},
  cancelTest: {},
  save: { untested: z.boolean() },
  openDocs: {},
  login: {},
});
