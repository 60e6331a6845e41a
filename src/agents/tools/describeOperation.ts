import * as z from 'zod';
import type { Failure } from '../../core/failure';
import type { Operation, Rule } from '../../core/operation';
import type { Provider } from '../../core/provider';
import { contentOf } from '../../core/requests/requestFile';
import { isWithin } from '../../protocol/pointer';
import { defineTool, readsOnly } from '../agentTool';
import { type FoundOperation, operationNamed } from '../lookUp';
import { type FieldLine, fieldLines } from '../output/fieldLines';
import { pageOf } from '../output/pageOf';

const parts = ['overview', 'fields', 'rules', 'failures', 'examples', 'replies', 'sources'] as const;
type Part = (typeof parts)[number];

export const describeOperation = defineTool({
  name: 'describe_operation',
  title: 'Describe an operation',
  description: `Tells what a call takes and answers, with sources. The overview has the required fields; ask by "part" for the rest:
fields (below a pointer with "under"), rules that no schema states, documented failures, examples, replies, and where sources disagree.`,
  hints: readsOnly,
  input: z.object({
    operation: z.string().describe('As find_operations names it.'),
    part: z.exactOptional(z.enum(parts)),
    under: z.exactOptional(
      z.string().describe('Of fields: only those at or below this pointer, such as /body/invites.'),
    ),
    from: z.exactOptional(z.int().min(0).describe('Skips so many lines, for what was left.')),
  }),
  output: z.object({
    operation: z.string(),
    title: z.string(),
    call: z.string(),
    summary: z.string(),
    docs: z.string(),
    part: z.enum(parts),
    lines: z.array(z.string()),
    left: z.number().describe('How many more lines there are: ask again with "from".'),
    has: z.record(z.string(), z.number()).describe('How many lines each other part has.'),
  }),
  run: async (workplace, { operation: id, part = 'overview', under = '', from = 0 }) => {
    const found = await operationNamed(workplace, id);
    const { title, method, path, summary, docs } = found.operation;
    const lines = linesOf[part](found, under);
    const { items, left } = pageOf(lines, from, roomForLines);
    const has = parts
      .filter((one) => one !== part && one !== 'overview')
      .map((one) => [one, linesOf[one](found, '').length]);
    return {
      ...{ operation: id, title, call: `${method} ${path}`, summary, docs, part },
      lines: [...items],
      left,
      has: Object.fromEntries(has),
    };
  },
});

const roomForLines = 2_600;

type LinesOf = (found: FoundOperation, under: string) => readonly string[];

const linesOf: Readonly<Record<Part, LinesOf>> = {
  overview: (found) =>
    fieldLines(found)
      .filter(({ isRequired }) => isRequired)
      .map(fieldText),
  fields: (found, under) =>
    fieldLines(found)
      .filter(({ pointer }) => under === '' || isUnder(pointer, under))
      .map(fieldText),
  rules: ({ operation: { rules = [] } }) => rules.map(ruleText),
  failures: ({ provider, operation }) => failuresOf(provider, operation).map(failureText),
  examples: ({ operation }) => operation.examples.map((example) => exampleText(operation, example)),
  replies: ({ operation }) => Object.keys(operation.replies).map((status) => replyText(operation, status)),
  sources: ({ provider, operation }) => [
    `This call: ${operation.docs}`,
    ...(provider.disputes ?? []).map(
      ({ point, says, here }) =>
        `${point}: ${says.map(({ source, text }) => `${source} says ${text}`).join('; ')}. ${here}`,
    ),
    ...provider.gaps.map((gap) => `Not documented: ${gap}`),
  ],
};

/** Numbers in the pointer stand for any item. */
function isUnder(pointer: string, under: string): boolean {
  return isWithin(pointer, under.replace(/\/\d+(?=\/|$)/g, '/*'));
}

function fieldText({ pointer, says }: FieldLine): string {
  return `${pointer}: ${says}`;
}

function ruleText({ statement, failure, severity }: Rule): string {
  return `${statement} (${failure}${severity === 'warning' ? ', warns only' : ''})`;
}

function failuresOf({ failures }: Provider, { failures: ids = [] }: Operation): readonly Failure[] {
  return failures.filter(({ id }) => ids.includes(id));
}

export function failureText({ id, status, code, message, meaning, nextStep, source }: Failure): string {
  const answer = [String(status), code === undefined ? '' : `code ${code}`, message].filter((one) => one !== '');
  return `${id} (${answer.join(', ')}): ${meaning} ${nextStep} Source: ${source}`;
}

function exampleText({ id }: Operation, { title, source, path, query, body }: Operation['examples'][number]): string {
  const values = { ...(path && { path }), ...(query && { query }), ...(body !== undefined && { body }) };
  return `${title} (${source}): ${JSON.stringify(contentOf({ operation: id, connection: 'emulator', ...values }))}`;
}

function replyText({ replies, accepts }: Operation, status: string): string {
  const names = Object.keys(propertiesOf(replies[Number(status)]));
  const body = accepts !== undefined ? accepts.join(' or ') : names.length > 0 ? `{ ${names.join(', ')} }` : 'see docs';
  return `${status}: ${body}`;
}

function propertiesOf(schema: z.ZodType | undefined): Readonly<Record<string, unknown>> {
  return schema instanceof z.ZodObject ? schema.shape : {};
}
