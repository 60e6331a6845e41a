import * as z from 'zod';
import type { FormToHost, Message } from '../../../protocol/messages';

const pointer = z
  .string()
  .regex(/^(\/(path|query|body))(\/[^/]*)*$/)
  .max(2000);
const index = z.int().min(0).max(100_000);
const value = z.json();

const edit = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('set'), pointer, value, written: z.optional(z.string().max(1_000_000)) }),
  z.strictObject({ kind: z.literal('remove'), pointer }),
  z.strictObject({ kind: z.literal('rename'), pointer, key: z.string().max(200) }),
  z.strictObject({ kind: z.literal('insert'), pointer, index, value }),
  z.strictObject({ kind: z.literal('move'), pointer, from: index, to: index }),
]);

const plain = (type: string) => z.strictObject({ type: z.literal(type) });

const schema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('edit'), edit }),
  z.strictObject({ type: z.literal('mend'), edits: z.array(edit).max(100_000) }),
  z.strictObject({ type: z.literal('openMending'), operation: z.string().max(200) }),
  z.strictObject({ type: z.literal('mendAll'), title: z.string().max(400) }),
  z.strictObject({ type: z.literal('chooseOperation'), id: z.string().max(200) }),
  z.strictObject({ type: z.literal('chooseConnection'), id: z.string().max(200) }),
  z.strictObject({ type: z.literal('chooseFile'), pointer }),
  ...(['ready', 'send', 'sendAnyway', 'cancel', 'addConnection', 'openAsText', 'mendText', 'openDocs'] as const).map(
    plain,
  ),
]);

/** What the form may say, undefined for anything else. A webview is not trusted: its messages are parsed. */
export function parseFormMessage(message: unknown): Message<FormToHost> | undefined {
  const parsed = schema.safeParse(message);
  return parsed.success ? (parsed.data as Message<FormToHost>) : undefined;
}
