import { completable, type McpServer } from '@modelcontextprotocol/server';
import * as z from 'zod';
import { type AgentPrompt, agentPrompts, type PromptArgument } from '../../../agents/agentPrompts';
import type { ProviderRegistry } from '../../../core/registry';

export function registerPrompts(server: McpServer, registry: ProviderRegistry): void {
  for (const prompt of agentPrompts(registry)) registerPrompt(server, prompt);
}

function registerPrompt(server: McpServer, { name, title, description, arguments: own, text }: AgentPrompt): void {
  const messagesOf = (values: Readonly<Record<string, string | undefined>>) => ({
    messages: [{ role: 'user' as const, content: { type: 'text' as const, text: text(values) } }],
  });
  if (own.length === 0) {
    server.registerPrompt(name, { title, description }, () => messagesOf({}));
    return;
  }
  const argsSchema = z.object(Object.fromEntries(own.map((one) => [one.name, argumentSchema(one)])));
  server.registerPrompt(name, { title, description, argsSchema }, (values) => messagesOf(values));
}

function argumentSchema({ description, isRequired, choices }: PromptArgument): z.ZodType<string | undefined> {
  const text = isRequired ? z.string().describe(description) : z.string().optional().describe(description);
  return choices.length === 0
    ? text
    : completable(text, (value) => choices.filter((choice) => choice.startsWith(value ?? '')));
}
