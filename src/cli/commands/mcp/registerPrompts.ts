import { completable, type McpServer } from '@modelcontextprotocol/server';
import { type AgentPrompt, agentPrompts, promptSchema } from '../../../agents/agentPrompts';
import type { ProviderRegistry } from '../../../core/registry';

export function registerPrompts(server: McpServer, registry: ProviderRegistry): void {
  for (const prompt of agentPrompts(registry)) registerPrompt(server, prompt);
}

function registerPrompt(server: McpServer, prompt: AgentPrompt): void {
  const { name, title, description, text } = prompt;
  const messagesOf = (values: Readonly<Record<string, string | undefined>>) => ({
    messages: [{ role: 'user' as const, content: { type: 'text' as const, text: text(values) } }],
  });
  if (prompt.arguments.length === 0) {
    server.registerPrompt(name, { title, description }, () => messagesOf({}));
    return;
  }
  const argsSchema = promptSchema(prompt, (schema, choices) =>
    completable(schema, (value) => choices.filter((choice) => choice.startsWith(value ?? ''))),
  );
  server.registerPrompt(name, { title, description, argsSchema }, messagesOf);
}
