import * as z from 'zod';
import type { HistoryEntry, HistorySummary } from '../../core/history/entry';
import { contentOf } from '../../core/requests/requestFile';
import { defineTool, readsOnly } from '../agentTool';
import type { AgentWorkplace } from '../agentWorkplace';
import { anyJson } from '../anyJson';
import { fromOthers, treatAsData } from '../output/fromOthers';
import { pageOf } from '../output/pageOf';
import { cutSchema, type PartOptions, replyPart, type ShownPart, textPart } from '../output/replyPart';
import { visibleText } from '../output/visibleText';
import { type RecordedRun, recordedRun } from '../recordedRun';

const parts = ['reply', 'request', 'sent', 'headers'] as const;
type Part = (typeof parts)[number];

const rowSchema = z.object({
  entry: z.string(),
  at: z.string(),
  operation: z.string(),
  connection: z.string(),
  failed: z.boolean(),
  status: z.exactOptional(z.number()),
});

export const readHistory = defineTool({
  name: 'read_history',
  title: 'Read the history',
  description: `Lists what was sent, the newest first, or reads one entry by part: its reply, the request as values, what went over the wire
("sent"), the headers of the reply. A pointer such as /documents/0 reads a part of a large body, "from" the rest of a list. Secrets are masked.`,
  hints: readsOnly,
  input: z.object({
    entry: z.exactOptional(z.string().describe('Lists the entries without it.')),
    part: z.exactOptional(z.enum(parts).describe('The reply without it.')),
    pointer: z.exactOptional(z.string().describe('A JSON pointer into the part.')),
    from: z.exactOptional(z.int().min(0).describe('Skips so many items of a list, or characters of a text.')),
    words: z.exactOptional(z.string().max(200).describe('Of the list: only what holds this text.')),
    before: z.exactOptional(z.string().describe('Of the list: only what is older than this entry.')),
  }),
  output: z.object({
    entries: z.array(rowSchema),
    isAll: z.boolean().describe('Otherwise ask again with "before" and the last entry.'),
    cause: z.exactOptional(z.string()).describe('What sent it; "agent" is an assistant.'),
    content: z.exactOptional(fromOthers({ part: z.enum(parts), pointer: z.string(), body: anyJson, cut: cutSchema })),
  }),
  run: async (workplace, { entry, part = 'reply', pointer = '', from = 0, before, words }) => {
    if (entry === undefined) return listed(workplace, words, before);
    const recorded = await recordedRun(workplace, entry);
    const isDetail = pointer !== '' || from > 0;
    const { body, cut } = partsOf[part](recorded, pointer, { room: isDetail ? 12_000 : 3_200, from });
    const cause = recorded.entry.cause ?? 'form';
    return {
      entries: [rowOf(recorded.entry)],
      isAll: true,
      cause,
      content: { ...treatAsData, part, pointer, body, cut },
    };
  },
});

async function listed({ history }: AgentWorkplace, text: string | undefined, before: string | undefined) {
  const most = 20;
  const { entries } = await history.list(most, {
    ...(before !== undefined && { before }),
    ...(text !== undefined && { query: { text } }),
  });
  const { items, left } = pageOf(entries.map(rowOf), 0, 3_600);
  return { entries: [...items], isAll: left === 0 && entries.length < most };
}

type Row = z.output<typeof rowSchema>;

function rowOf(entry: HistorySummary | HistoryEntry): Row {
  const { id, sentAt, operation, connection } = entry;
  const { failed, status } = 'outcome' in entry ? outcomeOf(entry) : entry;
  return {
    entry: id,
    at: new Date(sentAt).toISOString(),
    operation: visibleText(operation, 80),
    connection: visibleText(connection, 80),
    failed,
    ...(status !== undefined && { status }),
  };
}

function outcomeOf({ outcome }: HistoryEntry): { readonly failed: boolean; readonly status?: number } {
  return outcome.kind === 'failed' ? { failed: true } : { failed: outcome.failed, status: outcome.status };
}

type Reader = (recorded: RecordedRun, pointer: string, options: PartOptions) => ShownPart;

const partsOf: Readonly<Record<Part, Reader>> = {
  reply: ({ run, provider }, pointer, options) => replyPart(run, provider, pointer, options),
  request: ({ entry }, pointer, options) => textPart(JSON.stringify(contentOf(entry.request)), pointer, options),
  sent: ({ entry: { sent } }, pointer, options) => textPart(JSON.stringify(sent ?? null), pointer, options),
  headers: ({ run: { outcome } }, pointer, options) =>
    textPart(JSON.stringify(outcome.kind === 'failed' ? {} : outcome.reading.headers), pointer, options),
};
