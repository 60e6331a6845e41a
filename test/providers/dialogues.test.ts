import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { createInterface } from 'node:readline';
import { Client } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import * as z from 'zod';
import { ProviderRegistry } from '../../src/core/registry';
import { providers } from '../../src/providers';
import { dialogueSchema, playDialogue } from './dialogue';

const command = path.resolve('dist/cli.js');

const files = providers.flatMap(({ id }) => {
  const folder = `src/providers/${id}/dialogues`;
  return existsSync(folder) ? readdirSync(folder).map((name) => path.join(folder, name)) : [];
});

/** The official client, unmodified, and the command line as it is built. */
describe('Dialogues of assistants', () => {
  let client: Client;
  beforeEach(async () => {
    client = new Client({ name: 'dialogues', version: '1.0.0' });
    await client.connect(new StdioClientTransport({ command: process.execPath, args: [command, 'mcp'] }));
  });
  afterEach(() => client.close());

  it('there are three to be read', () => {
    assert.equal(files.length, 3);
  });

  for (const file of files) {
    it(`${file} goes as it is written`, async () => {
      const dialogue = dialogueSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
      assert.deepEqual(await playDialogue(client, dialogue), []);
    });
  }

  it('the server ends with its input, and prints nothing but messages', async () => {
    const [first] = await new ProviderRegistry(providers).emulated();
    assert.ok(first);
    const child = spawn(process.execPath, [command, 'mcp'], { stdio: ['pipe', 'pipe', 'pipe'] });
    const lines: string[] = [];
    const printed = createInterface(child.stdout);
    printed.on('line', (line) => {
      lines.push(line);
      // The emulator that was started for it does not keep the process.
      if (line.includes('"id":2')) child.stdin.end();
    });
    const clientInfo = { name: 'raw', version: '1' };
    const start = { protocolVersion: '2025-06-18', capabilities: {}, clientInfo };
    const state = { name: 'control_emulator', arguments: { provider: first.id, action: 'state' } };
    const messages = [
      { id: 1, method: 'initialize', params: start },
      { method: 'notifications/initialized' },
      { id: 2, method: 'tools/call', params: state },
    ];
    for (const message of messages) child.stdin.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`);
    const [code] = await once(child, 'close');
    assert.equal(code, 0);
    const ids = lines.map((line) => z.object({ jsonrpc: z.literal('2.0'), id: z.number() }).parse(JSON.parse(line)).id);
    assert.deepEqual(ids, [1, 2]);
  });

  it('there is a reference page for each provider, and a prompt for each way between two', async () => {
    const { resources } = await client.listResources();
    for (const { id } of providers) {
      const uri = `esign://reference/${id}`;
      assert.ok(
        resources.some((resource) => resource.uri === uri),
        uri,
      );
      const { contents } = await client.readResource({ uri });
      const [page] = contents;
      assert.ok(page !== undefined && 'text' in page && /^# /m.test(page.text), uri);
    }
    const { prompts } = await client.listPrompts();
    const ways = new Set(
      providers.flatMap(({ translatesFrom = [] }) =>
        translatesFrom.map(({ from, to }) => `${from.split('/')[0]} ${to.split('/')[0]}`),
      ),
    );
    assert.equal(prompts.filter(({ name }) => name.startsWith('move_')).length, ways.size);
    const [prompt] = prompts.filter(({ name }) => name.startsWith('move_'));
    const { messages } = await client.getPrompt({ name: prompt?.name ?? '' });
    assert.match(JSON.stringify(messages), /make_request/);
  });
});
