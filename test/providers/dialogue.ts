import type { Client } from '@modelcontextprotocol/client';
import * as z from 'zod';
import { getAt } from '../../src/core/requests/pointer';
import { isRecord } from '../../src/protocol/jsonKinds';

/** What a person asks for, and the calls by which an assistant does it. */
export const dialogueSchema = z.strictObject({
  title: z.string(),
  person: z.string(),
  calls: z.array(
    z.strictObject({
      tool: z.string(),
      /** `{{name}}` is what an earlier call kept. */
      input: z.record(z.string(), z.unknown()),
      /** Some of the output; the first items of a list. */
      output: z.record(z.string(), z.unknown()),
      /** Names for parts of the output, by pointer. */
      keep: z.optional(z.record(z.string(), z.string())),
    }),
  ),
  outcome: z.string(),
});
export type Dialogue = z.output<typeof dialogueSchema>;

/** Plays a dialogue against a server; what differs comes back, a line each. */
export async function playDialogue(client: Client, { calls }: Dialogue): Promise<readonly string[]> {
  const kept = new Map<string, unknown>();
  const found: string[] = [];
  for (const { tool, input, output, keep = {} } of calls) {
    const result = await client.callTool({ name: tool, arguments: filled(input, kept) });
    const answer = result.structuredContent;
    if (result.isError === true) found.push(`${tool}: ${JSON.stringify(result.content)}`);
    found.push(...differences(answer, output, tool));
    for (const [name, pointer] of Object.entries(keep)) kept.set(name, getAt(answer, pointer));
  }
  return found;
}

function filled(input: Readonly<Record<string, unknown>>, kept: ReadonlyMap<string, unknown>): Record<string, unknown> {
  const text = JSON.stringify(input, (_key, value: unknown) => {
    const name = typeof value === 'string' ? /^\{\{(\w+)\}\}$/.exec(value)?.[1] : undefined;
    return name === undefined ? value : kept.get(name);
  });
  return z.record(z.string(), z.unknown()).parse(JSON.parse(text));
}

function differences(actual: unknown, expected: unknown, at: string): readonly string[] {
  if (Array.isArray(expected)) {
    if (!Array.isArray(actual) || (expected.length === 0 && actual.length > 0))
      return [`${at}: ${JSON.stringify(actual)}`];
    return expected.flatMap((item, index) => differences(actual[index], item, `${at}/${index}`));
  }
  if (isRecord(expected)) {
    return Object.entries(expected).flatMap(([name, value]) =>
      differences(isRecord(actual) ? actual[name] : undefined, value, `${at}/${name}`),
    );
  }
  return actual === expected ? [] : [`${at}: ${JSON.stringify(actual)}, not ${JSON.stringify(expected)}`];
}
