import * as z from 'zod';
import type { ProviderRegistry } from '../core/registry';

/** Something that a person asks an assistant for, written out for it. */
export interface AgentPrompt {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly arguments: readonly PromptArgument[];
  text(values: Readonly<Record<string, string | undefined>>): string;
}

export interface PromptArgument {
  readonly name: string;
  readonly description: string;
  readonly isRequired: boolean;
  /** Values that are offered. */
  readonly choices: readonly string[];
}

type ArgumentSchema = z.ZodType<string | undefined, string | undefined>;

/** What the arguments of a prompt must be. `offering` adds to a text the values that are offered for it. */
export function promptSchema(
  { arguments: own }: AgentPrompt,
  offering: (schema: ArgumentSchema, choices: readonly string[]) => ArgumentSchema,
): z.ZodObject<Readonly<Record<string, ArgumentSchema>>> {
  const schemas = own.map(({ name, description, isRequired, choices }) => {
    const text = z.string().describe(description);
    const schema = isRequired ? text : z.optional(text);
    return [name, choices.length === 0 ? schema : offering(schema, choices)] as const;
  });
  return z.object(Object.fromEntries(schemas));
}

/** One for each pair of APIs of which requests can be translated, besides those that are for all of them. */
export function agentPrompts(registry: ProviderRegistry): readonly AgentPrompt[] {
  return [integrate(registry), whyDidItFail, ...moves(registry)];
}

function integrate({ ids }: ProviderRegistry): AgentPrompt {
  return {
    name: 'integrate_embedded_signing',
    title: 'Integrate embedded signing',
    description: 'From the calls to a journey that runs on the emulator, and then code.',
    arguments: [{ name: 'provider', description: 'Which API.', isRequired: true, choices: ids }],
    text: ({ provider = '' }) => `Integrate embedded signing with the API "${provider}" into my project.

1. find_operations with provider "${provider}" and the words "embedded signing link"; describe_operation for those that are needed.
2. Make and send the requests on the emulator, in order: document, recipients, embedded signing, link. Take nextStep where a reply offers one.
3. Sign with control_emulator, and read the state with list_documents until the document is complete.
4. Try what goes wrong as well: a link that has expired (advance the clock), a recipient who declines.
5. Then write the code for my project, with the payloads that worked, and handle the failures that describe_operation documents for these calls.

Ask me before anything leaves this machine. Say where sources disagree.`,
  };
}

const whyDidItFail: AgentPrompt = {
  name: 'why_did_this_fail',
  title: 'Why did this fail?',
  description: 'What the last failure means, and what to do.',
  arguments: [
    {
      name: 'entry',
      description: 'Of the history; the newest that failed without it.',
      isRequired: false,
      choices: [],
    },
  ],
  text: ({
    entry,
  }) => `Find out why ${entry === undefined || entry === '' ? 'the newest call that failed' : `the call "${entry}"`} failed.

1. ${entry === undefined || entry === '' ? 'read_history, and take the newest entry that failed.' : `read_history with entry "${entry}".`}
2. explain_failure with the entry; read the request and the reply by part where that is not enough.
3. validate_request with the corrected values, and try them on the emulator with send_request.
4. Tell me the cause in a sentence, what to change, and the source that says so. Where no source says it, say that.`,
};

function moves({ entries, translations }: ProviderRegistry): readonly AgentPrompt[] {
  const titleOf = (id: string) => entries.find((entry) => entry.id === id)?.title ?? id;
  const pairs = new Map(translations.map(({ from, to }) => [`${providerOf(from)} ${providerOf(to)}`, { from, to }]));
  return [...pairs.values()].map((pair): AgentPrompt => {
    const from = providerOf(pair.from);
    const to = providerOf(pair.to);
    const own = translations.filter((one) => providerOf(one.from) === from && providerOf(one.to) === to);
    const calls = own.map((one) => `- ${one.from} becomes ${one.to}`).join('\n');
    return {
      name: `move_${from}_to_${to}`.replaceAll('-', '_'),
      title: `Move from ${titleOf(from)} to ${titleOf(to)}`,
      description: 'The calls of a project, one by one, with what becomes of each value.',
      arguments: [],
      text: () => `Move the calls of my project from ${titleOf(from)} ("${from}") to ${titleOf(to)} ("${to}").

1. Find the calls in my code, and match each with an operation of "${from}" (find_operations, describe_operation).
2. For each of these, make_request with "translate" and the new operation; what it needs and leaves out, ask me or say so:
${calls}
3. Send the new requests to the emulator of "${to}" in order, sign with control_emulator, and compare the outcome with what the old code did.
4. Then change the code. Keep a list of what has no counterpart, with the reason that make_request gives.

Ask me before anything leaves this machine.`,
    };
  });
}

function providerOf(operation: string): string {
  return operation.slice(0, operation.indexOf('/'));
}
