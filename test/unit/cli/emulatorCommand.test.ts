import assert from 'node:assert/strict';
import { runCommandLine } from '../../../src/cli/commandLine';
import { emulatorControl } from '../../../src/emulator/controlProvider';
import { probeEmulator } from '../../../src/node/emulator/probeEmulator';
import { useWorkplace } from './workplace';

describe('esign emulator', () => {
  const workplace = useWorkplace();

  it('names every call of the emulator in its help', async () => {
    const { out } = await workplace().run(['emulator', '--help']);
    for (const { method, path } of emulatorControl.operations) assert.ok(out.includes(`${method} ${path} `), path);
  });

  it('prints one line once it is ready, and ends when it is told to', async () => {
    const stop = new AbortController();
    let started: (line: string) => void;
    const line = new Promise<string>((resolve) => {
      started = resolve;
    });
    const ended = runCommandLine({ ...workplace().surroundings({}, stop.signal), out: (text) => started(text) }, [
      'emulator',
      '--json',
    ]);
    const text = await line;
    assert.equal(text.indexOf('\n'), text.length - 1);
    const content = JSON.parse(text) as Record<string, { baseUrl: string; credentials: unknown }>;
    const { baseUrl: address, credentials } = content['demo-notes'] ?? {};
    assert.deepEqual(credentials, { clientId: 'demo-client', clientSecret: 'demo-secret' });
    assert.equal((await probeEmulator(address ?? ''))?.provider, 'demo-notes');
    stop.abort();
    assert.equal(await ended, 0);
    assert.equal(await probeEmulator(address ?? ''), undefined);
  });

  it('says which replies are made up, beside what it prints', async () => {
    const stop = new AbortController();
    let [started, said] = [(_line: string) => {}, (_line: string) => {}];
    const ready = new Promise<string>((resolve) => {
      started = resolve;
    });
    const line = new Promise<string>((resolve) => {
      said = resolve;
    });
    const surroundings = workplace().surroundings({}, stop.signal);
    const ended = runCommandLine({ ...surroundings, out: (text) => started(text), err: (text) => said(text) }, [
      'emulator',
      '--json',
    ]);
    const { baseUrl } = (JSON.parse(await ready) as Record<string, { baseUrl: string }>)['demo-notes'] ?? {};
    const reply = await fetch(`${baseUrl}/api/v1/notes/new`, {
      method: 'POST',
      headers: { authorization: 'Bearer demo-token', 'content-type': 'application/json' },
      body: '{"text":"a","copies":1}',
    });
    assert.equal(reply.headers.get('x-esign-illustrative'), 'body');
    assert.match(
      await line,
      /^demo-notes: POST \/api\/v1\/notes\/\{note_id\} answered 201, whose body is illustrative/,
    );
    stop.abort();
    assert.equal(await ended, 0);
  });

  it('prints lines for a shell', async () => {
    const { code, out } = await workplace().run(['emulator'], {}, AbortSignal.abort());
    assert.equal(code, 0);
    assert.match(
      out,
      /\nexport ESIGN_DEMO_NOTES_BASE_URL=http:\/\/127\.0\.0\.1:\d+\nexport ESIGN_DEMO_NOTES_CLIENT_ID=demo-client\n/,
    );
  });

  it('serves all below one port when it is told to', async () => {
    const { code, out } = await workplace().run(['emulator', '--port', '0', '--json'], {}, AbortSignal.abort());
    const { baseUrl } = (JSON.parse(out) as Record<string, { baseUrl: string }>)['demo-notes'] ?? {};
    assert.equal(code, 0);
    assert.match(baseUrl ?? '', /^http:\/\/127\.0\.0\.1:\d+\/demo-notes$/);
    const { port } = new URL(workplace().baseUrl);
    const inUse = await workplace().run(['emulator', '--port', port]);
    assert.deepEqual([inUse.code, inUse.err], [1, `Port ${port} is in use.\nChoose another one with --port.\n`]);
  });

  it('keeps its state in a file, and refuses one that it cannot read', async () => {
    const args = ['emulator', '--state', 'state.json'];
    const first = await workplace().run(args, {}, AbortSignal.abort());
    assert.deepEqual([first.code, first.err], [0, '']);
    assert.equal((await workplace().run(args, {}, AbortSignal.abort())).code, 0);
    workplace().write('state.json', '{');
    const { code, out, err } = await workplace().run(args);
    assert.deepEqual([code, out], [1, '']);
    assert.match(err, /^--state: .*state\.json is no whole JSON.*\nIt was left as it is\. Move it away .*\n$/);
    assert.equal((await workplace().run(['emulator', '--state='])).code, 2);
  });

  it('names a port that is in use', async () => {
    const { port } = new URL(workplace().baseUrl);
    const { code, out, err } = await workplace().run(['emulator', '--port-base', port, '--json']);
    assert.deepEqual([code, out], [1, '']);
    assert.equal(err, `Port ${port} for demo-notes is in use.\nChoose other ports with --port-base.\n`);
  });
});
