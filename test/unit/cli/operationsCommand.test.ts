import assert from 'node:assert/strict';
import { operationsCommand } from '../../../src/cli/commands/operationsCommand';
import { ProviderRegistry } from '../../../src/core/registry';
import { demoProvider } from '../emulator/demoProvider';
import { useWorkplace } from './workplace';

describe('esign operations', () => {
  const workplace = useWorkplace();

  it('lists them as data', async () => {
    const { code, out } = await workplace().run(['operations', '--json']);
    const list = JSON.parse(out) as Record<string, string>[];
    assert.equal(code, 0);
    assert.deepEqual(list[2], {
      operation: 'demo-notes/create-note',
      provider: 'demo-notes',
      title: 'Create a note',
      method: 'POST',
      path: '/api/v1/notes/{note_id}',
      docs: 'https://demo.example/docs',
    });
    assert.equal(list.length, demoProvider.operations.length);
  });

  it('lists them for reading', async () => {
    const { out } = await workplace().run(['operations']);
    assert.match(out, /^Demo Notes\n/);
    assert.match(
      out,
      /\n {2}Credentials: {2}ESIGN_DEMO_NOTES_CLIENT_ID ESIGN_DEMO_NOTES_CLIENT_SECRET\n {2}or +ESIGN_DEMO_NOTES_TOKEN\n/,
    );
    assert.match(out, /\n {2}Production: +At most 60 calls a minute\.\n {15}No notes on Sundays\.\n/);
    assert.match(out, /\n {2}demo-notes\/get-note +Get a note +GET \/api\/v1\/notes\/\{note_id\}\n/);
  });

  it('lists those of one provider, and loads no other', async () => {
    const loaded: string[] = [];
    const entries = ['demo-notes', 'demo-letters'].map((id) => ({
      ...demoProvider,
      id,
      load: async () => {
        loaded.push(id);
        return demoProvider;
      },
    }));
    let out = '';
    const surroundings = {
      ...workplace().surroundings({}),
      registry: new ProviderRegistry(entries),
      out: (text: string) => {
        out += text;
      },
    };
    const none = { flags: new Set<string>(), values: {}, lists: {} };
    assert.equal(await operationsCommand.run(surroundings, { ...none, positionals: ['demo-notes'] }), 0);
    assert.match(out, /demo-notes\/get-note/);
    assert.deepEqual(loaded, ['demo-notes']);
    await operationsCommand.run(surroundings, { ...none, positionals: [] });
    assert.deepEqual(loaded, ['demo-notes', 'demo-letters']);
  });
});
