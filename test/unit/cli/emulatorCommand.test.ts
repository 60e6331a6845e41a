import assert from 'node:assert/strict';
import { runCommandLine } from '../../../src/cli/commandLine';
import { emulatorControl } from '../../../src/emulator/controlProvider';
import { probeEmulator } from '../../../src/node/emulator/probeEmulator';
import { certificateFile } from '../fixtures/secureServer';
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

  for (const [shows, says] of [
    ['expired', /^--cert: The certificate of TLS expired on 2020-02-01: clients refuse it, so give a newer one\.\n$/],
    ['future', /^--cert: The certificate of TLS is valid from 21\d\d-\d\d-\d\d on: clients refuse it until then/],
    ['server', /^$/],
  ] as const) {
    it(`starts with a certificate that is ${shows}, and says what clients will refuse`, async () => {
      const stop = new AbortController();
      const said: string[] = [];
      const [cert, key] = [certificateFile(`${shows}.pem`), certificateFile(`${shows}.key`)];
      const surroundings = workplace().surroundings({}, stop.signal);
      const code = await runCommandLine({ ...surroundings, out: () => stop.abort(), err: (text) => said.push(text) }, [
        'emulator',
        '--json',
        '--cert',
        cert,
        '--key',
        key,
      ]);
      assert.equal(code, 0);
      assert.match(said.join(''), says);
    });
  }

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

  for (const [option, isKept] of [
    ['--log-bodies', true],
    ['--strict', false],
  ] as const) {
    it(`keeps ${isKept ? 'bodies' : 'none'} with ${option}`, async () => {
      const stop = new AbortController();
      let started = (_line: string) => {};
      const ready = new Promise<string>((resolve) => {
        started = resolve;
      });
      const surroundings = workplace().surroundings({}, stop.signal);
      const ended = runCommandLine({ ...surroundings, out: (text) => started(text) }, ['emulator', '--json', option]);
      const { baseUrl } = (JSON.parse(await ready) as Record<string, { baseUrl: string }>)['demo-notes'] ?? {};
      await fetch(`${baseUrl}/api/v1/notes/first?page=none`, { headers: { authorization: 'Bearer demo-token' } });
      const reply = await fetch(`${baseUrl}/__emulator/requests/1`);
      assert.equal(reply.status, isKept ? 200 : 404);
      const text = await reply.text();
      assert.match(text, isKept ? /\?page=none.*Bearer ‹secret:authorization›/ : /not kept/);
      stop.abort();
      assert.equal(await ended, 0);
    });
  }

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

  it('begins with what its seeds say', async () => {
    workplace().write('one.yaml', 'demo-notes:\n  notes:\n    - { id: planted, text: from YAML }\n');
    workplace().write('two.json', { $schema: 'x', 'demo-notes': { notes: [{ id: 'too', text: 'from JSON' }] } });
    await serving(['--seed', 'one.yaml', '--seed', 'two.json'], async (address) => {
      const all = ['first', 'planted', 'too'];
      assert.deepEqual(await notesAt(address), all);
      const reply = await fetch(`${address}/api/v1/notes/first`, { method: 'DELETE', headers: bearer });
      assert.equal(reply.status, 204);
      assert.deepEqual(await notesAt(`${address}/~apart`), all);
      await fetch(`${address}/__emulator/reset`, { method: 'POST', headers: { 'x-esign-emulator': '1' } });
      assert.deepEqual(await notesAt(address), all);
    });
  });

  it('goes on from its state, and back to its seed', async () => {
    workplace().write('seed.yaml', 'demo-notes: { notes: [{ id: planted, text: a }] }');
    const args = ['--seed', 'seed.yaml', '--state', 'state.json'];
    const first = await serving(args, async (address) => {
      await fetch(`${address}/api/v1/notes/planted`, { method: 'DELETE', headers: bearer });
    });
    assert.equal(first, '');
    const second = await serving(args, async (address) => {
      assert.deepEqual(await notesAt(address), ['first']);
      await fetch(`${address}/__emulator/reset`, { method: 'POST', headers: { 'x-esign-emulator': '1' } });
      assert.deepEqual(await notesAt(address), ['first', 'planted']);
    });
    assert.match(second, /^--seed: The emulators go on from .*state\.json.*, without the seed until they are reset/);
  });

  it('lets calls fail in worlds that are made later as well, and again after a reset', async () => {
    await serving(['--fault', 'demo-notes:{"operation":"list-notes","status":503}'], async (address) => {
      const statuses = async (place: string) => [await statusAt(place), await statusAt(place)];
      assert.deepEqual(await statuses(address), [503, 200]);
      assert.deepEqual(await statuses(`${address}/~later`), [503, 200]);
      await fetch(`${address}/__emulator/reset`, { method: 'POST', headers: { 'x-esign-emulator': '1' } });
      assert.deepEqual(await statuses(address), [503, 200]);
    });
  });

  const faults: Readonly<Record<string, RegExp>> = {
    'nobody:{"status":503}': /There is no emulator of "nobody"/,
    '{"status":200}': /Not possible: "status"/,
    'demo-notes:{"operation":"list-note","status":503}': /Did you mean "list-notes"\?/,
    '{"webhook":"lost"}': /Not possible: "webhook"\. The body must have "webhook" \("drop"/,
    '{"webhook":"drop","effect":"cut"}': /write it without "effect"/,
    '{"webhook":"drop","times":5000}': /"times" is at most 1000 without a "probability"/,
    '{"webhook":"drop","seed":5}': /"seed" belongs to a "probability"/,
    '{"webhook":"drop"': /It is no JSON, from character 18 on/,
    '{"times":1}': /The body must say what becomes of the call/,
  };

  for (const [fault, says] of Object.entries(faults)) {
    it(`starts nothing with --fault ${fault}`, async () => {
      const { code, out, err } = await workplace().run(['emulator', '--fault', fault], {}, AbortSignal.abort());
      assert.deepEqual([code, out], [2, '']);
      assert.ok(err.includes(`--fault ${fault}: `), err);
      assert.match(err, says);
    });
  }

  const seeds: Readonly<Record<string, [text: string, says: RegExp]>> = {
    'is no YAML': ['demo-notes: [', /^seed\.yaml:1:\d+: /],
    'has no bottom': [`{"demo-notes": ${'['.repeat(20_000)}${']'.repeat(20_000)}}`, /nested deeper than any API reads/],
    'is a list': ['- a', /^seed\.yaml:1:1: A seed is an object/],
    'names an API that is none': ['\ndemo-note: {}', /^seed\.yaml:2:12 \/demo-note: .* Did you mean "demo-notes"\?/],
    'has a name twice': ['demo-notes: { notes: [] }\ndemo-notes: { notes: [] }', /^seed\.yaml:2:/],
    'has a name that is none': [
      'demo-notes:\n  notes: []\n  note: []',
      /^seed\.yaml:3:\d+ \/demo-notes\/note: .*"notes"/,
    ],
    'lacks what is needed': ['demo-notes:\n  notes:\n    - id: a', /^seed\.yaml:3:\d+ \/demo-notes\/notes\/0\/text: /],
    'breaks a rule of the API': [
      'demo-notes:\n  notes:\n    - { id: first, text: a }',
      /^seed\.yaml:3:7 \/demo-notes\/notes\/0: "Create a note" of .* refuses this: It is taken\./,
    ],
    'is refused by the API': [
      'demo-notes:\n  notes:\n    - { id: a, text: a }\n    - { id: b, text: b }\n    - { id: c, text: c }',
      /^seed\.yaml:5:7 \/demo-notes\/notes\/2: .* refuses this: It is full\./,
    ],
    'names what is not there': [
      'demo-notes:\n  notes:\n    - id: refused\n      text: a',
      /^seed\.yaml:3:11 \/demo-notes\/notes\/0\/id: No note is called so\./,
    ],
  };

  for (const [title, [text, says]] of Object.entries(seeds)) {
    it(`starts nothing with a seed that ${title}`, async () => {
      workplace().write('seed.yaml', text);
      const { code, out, err } = await workplace().run(['emulator', '--seed', 'seed.yaml'], {}, AbortSignal.abort());
      assert.deepEqual([code, out], [2, '']);
      assert.match(err, says);
      assert.match(err, /\nNothing was started\. Mend the seed and start again\.\n$/);
    });
  }

  it('says that a seed is not there', async () => {
    const { code, err } = await workplace().run(['emulator', '--seed', 'none.yaml']);
    assert.deepEqual([code, err.split('\n')[0]], [2, 'none.yaml: There is no such file.']);
  });

  async function serving(args: readonly string[], act: (address: string) => Promise<void>): Promise<string> {
    const stop = new AbortController();
    let started = (_line: string) => {};
    const line = new Promise<string>((resolve) => {
      started = resolve;
    });
    let err = '';
    const take = (text: string) => {
      err += text;
    };
    const told = { out: (text: string) => started(text), err: take };
    const surroundings = { ...workplace().surroundings({}, stop.signal), ...told };
    const ended = runCommandLine(surroundings, ['emulator', '--json', ...args]);
    const { baseUrl = '' } = (JSON.parse(await line) as Record<string, { baseUrl: string }>)['demo-notes'] ?? {};
    try {
      await act(baseUrl);
    } finally {
      stop.abort();
    }
    assert.equal(await ended, 0);
    return err;
  }

  it('names a port that is in use', async () => {
    const { port } = new URL(workplace().baseUrl);
    const { code, out, err } = await workplace().run(['emulator', '--port-base', port, '--json']);
    assert.deepEqual([code, out], [1, '']);
    assert.equal(err, `Port ${port} for demo-notes is in use.\nChoose other ports with --port-base.\n`);
  });
});

const bearer = { authorization: 'Bearer demo-token' };

async function notesAt(address: string): Promise<readonly string[]> {
  const reply = await fetch(`${address}/api/v1/notes/all`, { headers: bearer });
  return ((await reply.json()) as { id: string }[]).map(({ id }) => id);
}

async function statusAt(address: string): Promise<number> {
  return (await fetch(`${address}/api/v1/notes/all`, { headers: bearer })).status;
}
