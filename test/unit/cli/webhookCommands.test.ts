import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { runCommandLine } from '../../../src/cli/commandLine';
import type { Surroundings } from '../../../src/cli/surroundings';
import type { Provider } from '../../../src/core/provider';
import { ProviderRegistry } from '../../../src/core/registry';
import { payloadText } from '../../../src/core/webhooks/payloadText';
import { undocumentedRules } from '../../../src/core/webhooks/webhooks';
import type { ListenedEvent } from '../../../src/headless/webhooks/listener';
import { demoProvider } from '../emulator/demoProvider';
import { openReceiver } from '../fixtures/webhookReceiver';

const provider: Provider = {
  ...demoProvider,
  webhooks: {
    source: 'https://demo.example/docs',
    registration: 'By hand.',
    proof: { kind: 'hmac', header: 'x-demo-proof', encoding: 'hex', prefix: 'v1=' },
    rules: undocumentedRules,
    events: ['note.created'],
    sample: (event) =>
      event === 'note.created' ? { payload: { name: event, note: { id: 'n1', copies: 10 } } } : undefined,
    read: (payload) => {
      const event = payloadText(payload, 'name');
      return event === undefined
        ? undefined
        : { event, document: payloadText(payload, 'note', 'id'), id: payloadText(payload, 'key') };
    },
  },
};

const secret = 'the secret of the webhook';
const env = { ESIGN_DEMO_NOTES_WEBHOOK_SECRET: secret };

function surroundings(own: Partial<Surroundings> = {}) {
  const printed = { out: '', err: '' };
  const listeners = new Set<() => void>();
  const add = (name: 'out' | 'err') => (text: string) => {
    printed[name] += text;
    for (const listener of listeners) listener();
  };
  const process: Surroundings = {
    registry: new ProviderRegistry([{ ...provider, load: async () => provider }]),
    env,
    cwd: '.',
    colors: false,
    isTerminal: false,
    signal: new AbortController().signal,
    out: add('out'),
    err: add('err'),
    ...own,
  };
  /** Resolves when what was printed holds it. */
  const until = (pattern: RegExp): Promise<string> =>
    new Promise((resolve) => {
      const look = () => {
        const [, found = ''] = pattern.exec(printed.out + printed.err) ?? [];
        if (found !== '') resolve(found);
      };
      listeners.add(look);
      look();
    });
  return { process, printed, until };
}

async function listening(args: readonly string[], act: (url: string, printed: { out: string }) => Promise<void>) {
  const stopped = new AbortController();
  const { process, printed, until } = surroundings({ signal: stopped.signal });
  const done = runCommandLine(process, ['listen', '--port', '0', ...args]);
  try {
    await act(await until(/Listening at (\S+) /), printed);
  } finally {
    stopped.abort();
  }
  assert.equal(await done, 0);
  return printed;
}

function eventsIn(printed: string): readonly ListenedEvent[] {
  return printed
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as ListenedEvent);
}

async function trigger(args: readonly string[], own: Partial<Surroundings> = {}) {
  const { process, printed } = surroundings(own);
  const code = await runCommandLine(process, ['trigger', ...args]);
  return { code, ...printed };
}

describe('esign listen and esign trigger', () => {
  it('an event that is triggered is proved, handed on with its bytes, and answered as the application answers', async () => {
    const application = await openReceiver([202, 500]);
    const printed = await listening(['--forward-to', application.url, '--json'], async (url) => {
      const first = await trigger(['demo-notes/note.created', '--to', `${url}/hook?a=1`, '--set', 'note.copies=3']);
      assert.equal(first.code, 0, first.err);
      assert.match(first.out, /202 in /);
      const second = await trigger(['demo-notes/note.created', '--to', url, '--json']);
      assert.equal(second.code, 1);
      assert.equal((JSON.parse(second.out) as { status: number }).status, 500);
    });
    await application.close();
    const [one] = application.received;
    assert.equal(one?.body.toString(), '{"name":"note.created","note":{"id":"n1","copies":3}}');
    const expected = `v1=${createHmac('sha256', secret)
      .update(one?.body ?? '')
      .digest('hex')}`;
    assert.equal(one?.headers['x-demo-proof'], expected);
    const [told] = eventsIn(printed.out);
    assert.equal(told?.event, 'note.created');
    assert.equal(told?.document, 'n1');
    assert.equal(told?.proof?.verdict, 'holds');
    assert.equal(told?.forwarded?.status, 202);
    assert.equal(told?.target, '/hook?a=1');
    assert.ok(!printed.out.includes(secret));
  });

  it('a byte that was changed, and a secret that is another one, are told', async () => {
    const printed = await listening([], async (url) => {
      const args = ['demo-notes/note.created', '--to', url];
      const spoilt = await trigger([...args, '--tamper']);
      assert.equal(spoilt.code, 1);
      assert.match(spoilt.out, /A byte was changed after that\./);
      assert.match(spoilt.err, /^It was taken, though its proof does not hold\. .* answer 400 to 499\.\n$/);
      const unsigned = await trigger([...args, '--tamper'], { env: {} });
      assert.deepEqual([unsigned.code, unsigned.err], [0, '']);
      const other = await trigger(args, { env: { ESIGN_DEMO_NOTES_WEBHOOK_SECRET: `${secret}\n` } });
      assert.equal(other.code, 0);
      assert.equal((await trigger(args, { env: {} })).code, 0);
    });
    const [tampered, , spelled, unsigned] = printed.out.split('\n');
    assert.match(tampered ?? '', /not proved: None of the usual mistakes/);
    assert.match(spelled ?? '', /not proved: It holds only when a line end follows the secret/);
    assert.match(unsigned ?? '', /not proved: The header x-demo-proof is not there/);
  });

  it('tells an event that comes again, by its ID or else by its bytes, and none that was forged before', async () => {
    const printed = await listening(['--json'], async (url) => {
      const again = async (body: string, key = secret) => {
        const digest = createHmac('sha256', key).update(body).digest('hex');
        await fetch(url, { method: 'POST', body, headers: { 'x-demo-proof': `v1=${digest}` } });
      };
      await again('{"name":"note.created","key":"e1"}', 'another');
      await again('{"name":"note.created","key":"e1"}');
      await again('{"name":"note.created","key":"e1","sent":2}');
      for (const _ of [1, 2]) await again('{"name":"note.created"}');
    });
    const told = eventsIn(printed.out);
    assert.deepEqual(
      told.map(({ id, cameBefore }) => [id, cameBefore?.by, cameBefore?.at]),
      [
        ['e1', undefined, undefined],
        ['e1', undefined, undefined],
        ['e1', 'id', told[1]?.receivedAt],
        [null, undefined, undefined],
        [null, 'bytes', told[3]?.receivedAt],
      ],
    );
    const plain = await listening([], async (url) => {
      for (const _ of [1, 2]) await fetch(url, { method: 'POST', body: 'no JSON' });
    });
    const times = plain.out.match(/\d\d:\d\d:\d\d/g) ?? [];
    const today = new Date();
    const minutes = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
    const late = today.getHours() * 60 + today.getMinutes() - minutes(times[0] ?? '');
    assert.ok(late >= 0 ? late < 5 : late < -1430, `${times[0]} is no local time`);
    assert.match(plain.out, /POST \/\n.*POST \/ {2}came before at \d\d:\d\d:\d\d, with the same bytes\n$/);
  });

  it('checks the proof of what nobody can read, where its header is that of one API', async () => {
    const printed = await listening(['--json'], async (url) => {
      const digest = createHmac('sha256', secret).update('no JSON').digest('hex');
      await fetch(url, { method: 'POST', body: 'no JSON', headers: { 'X-Demo-Proof': `v1=${digest}` } });
    });
    const [told] = eventsIn(printed.out);
    assert.deepEqual([told?.provider, told?.event, told?.proof?.verdict], ['demo-notes', null, 'holds']);
  });

  it('what is hostile is bounded, stays in one line, and moves no cursor', async () => {
    const printed = await listening(['--json'], async (url) => {
      const name = 'note\u001b[2J\ncreated\u202e';
      const sent = await fetch(url, { method: 'POST', body: JSON.stringify({ name }) });
      assert.equal(sent.status, 200);
      assert.equal((await fetch(url, { method: 'POST', body: '[['.repeat(50_000) })).status, 200);
      assert.equal(
        (await fetch(url, { method: 'POST', body: '{}', headers: { origin: 'https://evil.example' } })).status,
        403,
      );
      assert.equal(await largeStatus(url), 413);
      assert.equal(await largeStatus(url, true), 413);
    });
    assert.equal(printed.out.trim().split('\n').length, 2);
    assert.ok(![...printed.out].some((one) => one === '\u001b' || one === '\u202e'));
    const plain = await listening([], async (url) => {
      await fetch(url, { method: 'POST', body: JSON.stringify({ name: 'a\nb' }) });
    });
    assert.match(plain.out, /a\\u000ab/);
  });

  it('an event that comes back by what it is handed on to is not handed on again', async () => {
    let back = '';
    const application = http.createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', async () => {
        const headers = { via: [request.headers['via']].flat().join(', ') };
        const again = await fetch(back, { method: 'POST', body: Buffer.concat(chunks), headers });
        response.writeHead(again.status).end(await again.text());
      });
    });
    await new Promise<void>((resolve) => application.listen(0, '127.0.0.1', resolve));
    const { port } = application.address() as AddressInfo;
    const printed = await listening(['--forward-to', `http://127.0.0.1:${port}`, '--json'], async (url) => {
      back = url;
      const sent = await fetch(url, { method: 'POST', body: '{}', headers: { Via: '1.1 tunnel' } });
      assert.equal(sent.status, 508);
      assert.match(await sent.text(), /leads back here/);
    });
    await new Promise((resolve) => application.close(resolve));
    const told = printed.out.trim().split('\n');
    assert.equal(told.length, 2);
    assert.match(told[0] ?? '', /leads back here/);
    assert.match(told[1] ?? '', /"status":508/);
  });

  it('a secret that stands in the address stays in it', async () => {
    const key = 'q8Zr3kLw0Pf6TnB1vXy7CdE4hJm9AsUg';
    const stopped = new AbortController();
    const own = { signal: stopped.signal, env: { ESIGN_DEMO_NOTES_WEBHOOK_SECRET: key } };
    const { process, printed, until } = surroundings(own);
    const done = runCommandLine(process, ['listen', '--port', '0', '--json']);
    const url = await until(/Listening at (\S+) /);
    await fetch(`${url}/hook/${key}?key=${key}&a=1`, { method: 'POST', body: '{}' });
    stopped.abort();
    await done;
    const { target } = JSON.parse(printed.out) as ListenedEvent;
    assert.match(target, /^\/hook\/‹secret:webhookSecret›\?key=‹secret:webhookSecret›&a=1$/);
  });

  it('digits that a number would lose stay as they were given', async () => {
    const application = await openReceiver([200]);
    const digits = ['9007199254740993', '9007199254740991', '-12345678901234567890', '007', '1.50'];
    const sets = digits.flatMap((one, at) => ['--set', `note.n${at}=${one}`]);
    await trigger(['demo-notes/note.created', '--to', application.url, ...sets]);
    await application.close();
    const { note } = JSON.parse(application.received[0]?.body.toString() ?? '') as { note: Record<string, unknown> };
    const [n0, n1, n2, n3, n4] = [note['n0'], note['n1'], note['n2'], note['n3'], note['n4']];
    assert.deepEqual([n0, n1, n2, n3, n4], ['9007199254740993', 9007199254740991, '-12345678901234567890', '007', 1.5]);
  });

  it('says that an application does not answer', async () => {
    const application = await openReceiver();
    await application.close();
    const printed = await listening(['--forward-to', application.url], async (url) => {
      const { code, out } = await trigger(['demo-notes/note.created', '--to', url]);
      assert.deepEqual([code, /502/.test(out)], [1, true]);
    });
    assert.match(printed.out, /proved {2}-> .*(refused|reached)/i);
  });

  it('lists events, and asks before another machine is called', async () => {
    assert.equal((await trigger(['demo-notes'])).out, 'demo-notes/note.created\n');
    const away = await trigger(['demo-notes/note.created', '--to', 'https://example.com/hook']);
    assert.equal(away.code, 4);
    assert.match(away.err, /example\.com is another machine\. Send it there with --yes/);
  });

  const wrong: readonly (readonly [readonly string[], RegExp])[] = [
    [['trigger'], /Name one event/],
    [['trigger', 'demo-notes/note.creatd', '--to', 'http://127.0.0.1:1'], /Did you mean "demo-notes\/note\.created"\?/],
    [['trigger', 'nobody/x', '--to', 'http://127.0.0.1:1'], /No webhooks are known of "nobody"/],
    [['trigger', 'demo-notes/note.created'], /--to URL is missing/],
    [['trigger', 'demo-notes/note.created', '--to', 'ftp://x'], /--to must be an address: it is no http or https/],
    [
      ['trigger', 'demo-notes/note.created', '--to', 'http://127.0.0.1:1', '--set', 'x.y=1'],
      /has no "x\.y".*name, note/,
    ],
    [['trigger', 'demo-notes/note.created', '--to', 'http://127.0.0.1:1', '--secret', 'NONE'], /"NONE" is not set/],
    [['listen', '--secret', 'NONE'], /"NONE" is not set/],
    [['listen', '--provider', 'nobody'], /Known: demo-notes/],
    [['listen', '--port', '70000'], /--port must be a port/],
  ];
  for (const [args, message] of wrong) {
    it(`esign ${args.join(' ')} says what is wrong`, async () => {
      const { process, printed } = surroundings();
      assert.equal(await runCommandLine(process, args), 2);
      assert.match(printed.err, message);
    });
  }
});

/** Announced, not sent: the receiver looks at no more of it. */
/** Before anything of it has come; or to one who closes, and reads nothing until all is sent. */
function largeStatus(url: string, isSent = false): Promise<number | undefined> {
  const size = 30 * 1024 * 1024;
  return new Promise((resolve, reject) => {
    const headers = { 'content-length': String(size), connection: isSent ? 'close' : 'keep-alive' };
    const request = http.request(url, { method: 'POST', headers });
    if (isSent) request.end(Buffer.alloc(size));
    request.on('response', (response) => {
      response.resume();
      resolve(response.statusCode);
      request.destroy();
    });
    request.on('error', reject);
    request.flushHeaders();
  });
}
