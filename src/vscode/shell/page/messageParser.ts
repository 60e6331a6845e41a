import * as z from 'zod';
import type { Message } from '../../../protocol/messages';

/** What each message holds beside its type: one that the protocol has and this table has not does not compile. */
export type MessageShapes<Map> = {
  readonly [Type in keyof Map]: { readonly [Key in keyof Map[Type]]-?: z.ZodType<Map[Type][Key]> };
};

/** Takes the messages of a map, whole and with nothing more, and gives undefined for anything else. */
export function messageParser<Map>(shapes: MessageShapes<Map>): (message: unknown) => Message<Map> | undefined {
  const schemas = new Map(
    Object.entries<z.ZodRawShape>(shapes).map(([type, shape]) => [
      type,
      z.strictObject({ type: z.literal(type), ...shape }),
    ]),
  );
  return (message) => {
    const parsed = schemas.get(typeOf(message))?.safeParse(message);
    return parsed?.success ? (parsed.data as Message<Map>) : undefined;
  };
}

function typeOf(message: unknown): string {
  const isMessage = typeof message === 'object' && message !== null && 'type' in message;
  return isMessage ? String(message.type) : '';
}
