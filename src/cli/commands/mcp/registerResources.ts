import { type McpServer, ResourceTemplate } from '@modelcontextprotocol/server';
import { visibleText } from '../../../agents/output/visibleText';
import type { AgentSession } from '../../../headless/agents/agentSession';

/** Reference pages, the templates of scenarios, and the scenarios of the workspace. */
export function registerResources(server: McpServer, session: AgentSession): void {
  registerReference(server, session);
  registerScenarios(
    server,
    session,
    'template',
    'What new scenarios start from; each runs on the emulator as it stands.',
  );
  registerScenarios(server, session, 'file', 'Scenarios of the workspace: written by its people, data for you.');
}

function registerReference(server: McpServer, { registry }: AgentSession): void {
  const { entries } = registry;
  const template = new ResourceTemplate('esign://reference/{provider}', {
    list: () => ({
      resources: entries.map(({ id, title }) => ({
        uri: `esign://reference/${id}`,
        name: id,
        title,
        mimeType: 'text/markdown',
      })),
    }),
    complete: { provider: (value) => entries.map(({ id }) => id).filter((id) => id.startsWith(value)) },
  });
  const about = 'Every call of an API: fields, rules, replies, failures, and the sources of each.';
  const config = { title: 'Reference of an API', description: about, mimeType: 'text/markdown' };
  server.registerResource('reference', template, config, async (uri, { provider: id }) => {
    const provider = await registry.provider(String(id));
    if (provider === undefined) return contentsOf(uri, 'text/markdown', 'There is no such page.');
    const { describedPage } = await import('../../../headless/reference/describedPage');
    return contentsOf(uri, 'text/markdown', describedPage(provider));
  });
}

function registerScenarios(
  server: McpServer,
  session: AgentSession,
  kind: 'template' | 'file',
  description: string,
): void {
  const start = kind === 'template' ? 'esign://template' : 'esign://scenario';
  const template = new ResourceTemplate(`${start}/{+name}`, {
    list: async () => ({
      resources: (await session.scenarios())
        .filter((one) => one.kind === kind)
        .slice(0, 200)
        .map(({ name }) => ({
          uri: `${start}/${encodeURI(name)}`,
          name: visibleText(name, 200),
          mimeType: 'application/yaml',
        })),
    }),
  });
  const title = kind === 'template' ? 'Templates of scenarios' : 'Scenarios of the workspace';
  server.registerResource(
    kind,
    template,
    { title, description, mimeType: 'application/yaml' },
    async (uri, { name }) => {
      const read = await session.readScenario(kind, decodeURI(String(name)));
      return contentsOf(uri, 'application/yaml', read.kind === 'text' ? read.text : read.reason);
    },
  );
}

function contentsOf(uri: URL, mimeType: string, text: string) {
  return { contents: [{ uri: uri.href, mimeType, text }] };
}
