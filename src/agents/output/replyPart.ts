import * as z from 'zod';
import { replyText } from '../../core/http';
import { readJson } from '../../core/json/readJson';
import { deepestReply, isDeeperThan } from '../../core/nesting';
import type { Provider } from '../../core/provider';
import { runMasker } from '../../core/secrets/runMasker';
import type { Run } from '../../core/sending/run';
import type { JsonValue } from '../../protocol/json';
import { valueAt } from '../../protocol/pointer';
import { jsonPart } from './jsonPart';
import { visibleJson, visibleText } from './visibleText';

export const cutSchema = z
  .array(z.object({ pointer: z.string(), what: z.string() }))
  .describe('What was left out: read_history gives it by entry and pointer.');

export interface ShownPart {
  readonly body: JsonValue;
  readonly cut: z.output<typeof cutSchema>;
}

export interface PartOptions {
  /** In characters of JSON. */
  readonly room: number;
  /** Items of a list that are skipped. */
  readonly from?: number;
  /** A person wants to see its links: of the emulator's own calls, whose secrets are nobody's. */
  readonly isPlain?: boolean;
}

/** A part of a reply's body, with secrets masked and nothing hidden in it. Text where it is no JSON. */
export function replyPart(run: Run, provider: Provider | undefined, pointer: string, options: PartOptions): ShownPart {
  if (run.outcome.kind === 'failed') return { body: null, cut: [] };
  const plain = replyText(run.outcome.reply);
  const text = options.isPlain === true ? plain : runMasker(run, provider).body(plain, { side: 'reply' }).text;
  return textPart(text, pointer, options);
}

/** The same of a text that was masked before. */
export function textPart(text: string, pointer: string, { room, from = 0 }: PartOptions): ShownPart {
  const read = readJson(text);
  if (read.kind === 'broken' || isDeeperThan(deepestReply, read.value)) return plainPart(text, from, room);
  const found = valueAt(read.value, pointer);
  if (found === undefined) return { body: null, cut: [{ pointer, what: 'nothing stands there' }] };
  const { value, cut } = jsonPart(visibleJson(found), pointer, room, from);
  return { body: value, cut: cut.slice(0, 12) };
}

function plainPart(text: string, from: number, room: number): ShownPart {
  const shown = visibleText(text.slice(from), Math.max(100, Math.floor(room * 0.8)));
  const left = text.length - from - shown.length;
  return { body: shown, cut: left > 0 ? [{ pointer: '', what: `about ${left} characters of text` }] : [] };
}
