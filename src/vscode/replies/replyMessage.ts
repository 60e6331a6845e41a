import * as z from 'zod';
import type { Message, ReplyToHost } from '../../protocol/messages';

const indexed = (type: string) => z.strictObject({ type: z.literal(type), index: z.int().min(0).max(100_000) });
const plain = (type: string) => z.strictObject({ type: z.literal(type) });

const schema = z.union([
  ...(['openLink', 'copyLink', 'takeNextStep', 'mend', 'openSource'] as const).map(indexed),
  ...(['ready', 'cancel', 'sendAnyway', 'replay', 'editAndResend', 'copyAsCurl', 'openBody', 'saveBody'] as const).map(
    plain,
  ),
]);

/** What the reply panel may say, undefined for anything else. */
export function parseReplyMessage(message: unknown): Message<ReplyToHost> | undefined {
  const parsed = schema.safeParse(message);
  return parsed.success ? (parsed.data as Message<ReplyToHost>) : undefined;
}
