import * as z from 'zod';
import type { Operation } from '../../core/operation';
import { defineTool, readsOnly } from '../agentTool';
import { providerNamed } from '../lookUp';
import { pageOf } from '../output/pageOf';

export const findOperations = defineTool({
  name: 'find_operations',
  title: 'Find operations',
  description: `Finds calls of the e-signature APIs by words, such as "invite two signers in order", or lists those of one provider.
Gives names only: describe_operation tells the rest. Without provider and words it lists the providers. Start here.`,
  hints: readsOnly,
  input: z.object({
    provider: z.exactOptional(z.string().describe('Id of a provider; all without it.')),
    words: z.exactOptional(z.string().max(300).describe('What the call should do.')),
    from: z.exactOptional(z.int().min(0).describe('Skips so many, for what was left.')),
  }),
  output: z.object({
    providers: z.array(
      z.object({ provider: z.string(), title: z.string(), operations: z.number(), hasEmulator: z.boolean() }),
    ),
    operations: z.array(z.object({ operation: z.string(), title: z.string() })),
    left: z.number().describe('How many more there are: ask again with "from".'),
  }),
  run: async (workplace, { provider: id, words = '', from = 0 }) => {
    const chosen = id === undefined ? await workplace.registry.all() : [await providerNamed(workplace, id)];
    const isOverview = id === undefined && words.trim() === '';
    const providers = chosen.map(({ id: provider, title, operations, emulator }) => ({
      ...{ provider, title },
      operations: operations.length,
      hasEmulator: emulator !== undefined,
    }));
    if (isOverview) return { providers, operations: [], left: 0 };
    const found = matching(
      chosen.flatMap(({ operations }) => operations),
      words,
    ).map(({ id: operation, title }) => ({ operation, title }));
    const { items, left } = pageOf(found, from, roomForNames);
    return { providers: [], operations: [...items], left };
  },
});

const roomForNames = 3_200;

/** Those that hold most of the words, and those that hold half as many; all of them where there are no words. */
function matching(operations: readonly Operation[], words: string): readonly Operation[] {
  const wanted = wordsIn(words);
  if (wanted.length === 0) return operations;
  const scored = operations
    .map((operation) => ({ operation, score: scoreOf(operation, wanted) }))
    .toSorted((one, other) => other.score - one.score);
  const best = scored[0]?.score ?? 0;
  return scored.filter(({ score }) => score > 0 && score * 2 >= best).map(({ operation }) => operation);
}

/** A word of the name tells more than one of the summary. */
function scoreOf({ id, title, summary, path }: Operation, wanted: readonly string[]): number {
  const name = wordsIn(`${id} ${title}`);
  const rest = wordsIn(`${summary} ${path}`);
  return wanted.reduce((sum, word) => sum + (name.includes(word) ? 3 : rest.includes(word) ? 1 : 0), 0);
}

/** In lower case, in the singular, without those that say nothing. */
function wordsIn(text: string): readonly string[] {
  const words = text.toLowerCase().match(/\p{L}[\p{L}\p{N}]+/gu) ?? [];
  return [...new Set(words.map((word) => word.replace(/(?<=\p{L}{3})s$/u, '')))].filter((word) => !empty.has(word));
}

const empty: ReadonlySet<string> = new Set(['the', 'an', 'of', 'to', 'in', 'and', 'or', 'for', 'with', 'api', 'how']);
