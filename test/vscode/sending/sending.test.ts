import * as assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import type { Credentials } from '../../../src/core/auth';
import type { Connection } from '../../../src/core/connections/connection';
import type { RequestFile } from '../../../src/core/requests/requestFile';
import type { CredentialsOutcome } from '../../../src/core/sending/ports';
import type { Run } from '../../../src/core/sending/run';
import { readAttachment } from '../../../src/vscode/sending/attachments';
import { createSender } from '../../../src/vscode/sending/requestSender';
import type { InFlight, Sender } from '../../../src/vscode/sending/sender';
import { createTestServices, type TestServices } from '../testServices';

const fromTree = { cause: 'tree' } as const;

const createNote: RequestFile = {
  operation: 'demo-notes/create-note',
  connection: 'emulator',
  path: { note_id: 'mine' },
  body: { text: 'hello', copies: 1 },
};

describe('Sending', () => {
  let services: TestServices;
  let runs: Run[];
  let steps: (InFlight | undefined)[];

  beforeEach(() => {
    services = createTestServices();
    runs = [];
    steps = [];
  });

  afterEach(() => services.dispose());

  const watched = (sender: Sender): Sender => {
    sender.onDidSend((run) => runs.push(run));
    sender.onDidChangeSending((sending) => steps.push(sending));
    return sender;
  };

  it('says what is under way, shows the run and ends', async () => {
    const run = await watched(services.sender).send(createNote, fromTree);
    assert.deepEqual(runs, [run]);
    assert.equal(steps.length, 2);
    assert.equal(steps[0]?.title, 'Create a note');
    assert.match(steps[0]?.target ?? '', /^Emulator · http:\/\/127\.0\.0\.1:\d+$/);
    assert.equal(steps[1], undefined);
  });

  it('shows a problem when there is no such connection', async () => {
    const run = await watched(services.sender).send({ ...createNote, connection: 'nowhere' }, fromTree);
    assert.ok(run.outcome.kind === 'failed');
    assert.equal(run.outcome.problem.kind, 'unknownConnection');
    assert.deepEqual(runs, [run]);
  });

  it('asks for missing credentials and goes on', async () => {
    let known: CredentialsOutcome = { kind: 'missing', names: ['clientSecret'] };
    const credentials = { clientId: 'demo-client', clientSecret: 'demo-secret' };
    const ask = async (): Promise<Credentials> => {
      known = { kind: 'found', credentials };
      return credentials;
    };
    const sender = createSender({
      ...services,
      credentials: {
        ...services.credentials,
        onDidChange: services.credentials.onDidChange,
        read: async () => known,
        ask,
      },
    });
    const run = await watched(sender).send(createNote, fromTree);
    assert.ok(run.outcome.kind === 'replied');
    assert.equal(run.outcome.reply.status, 201);
  });

  it('sends nothing when the user backs out of the question', async () => {
    const sender = createSender({
      ...services,
      credentials: {
        ...services.credentials,
        onDidChange: services.credentials.onDidChange,
        read: async () => ({ kind: 'missing', names: ['clientSecret'] }),
        ask: async () => undefined,
      },
    });
    const { outcome, sent } = await watched(sender).send(createNote, fromTree);
    assert.ok(outcome.kind === 'failed' && outcome.problem.kind === 'missingCredentials');
    assert.deepEqual([sent, runs, steps], [undefined, [], []]);
  });

  it('shows the reply although the history cannot be written', async () => {
    const history = async (): Promise<never> => Promise.reject(new Error('disk full'));
    const logged = new Promise<string>((resolve) => {
      const log = {
        ...services.log,
        error: (message: string, cause: unknown) => resolve(`${message} ${String(cause)}`),
      };
      void watched(createSender({ ...services, history, log })).send(createNote, fromTree);
    });
    assert.match(await logged, /history.*disk full/);
    assert.ok(runs[0]?.outcome.kind === 'replied');
  });

  describe('to a server that does not answer', () => {
    let server: Server;
    let reached: Promise<void>;

    beforeEach(async () => {
      let arrive = (): void => {};
      reached = new Promise((resolve) => {
        arrive = resolve;
      });
      server = createServer(() => arrive());
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    });

    afterEach(async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    });

    it('is stopped by Cancel, and recorded', async () => {
      const { port } = server.address() as AddressInfo;
      const connection = { ...(await anyConnection(services)), id: 'slow', baseUrl: `http://127.0.0.1:${port}` };
      const { connections, credentials } = services;
      const sender = createSender({
        ...services,
        connections: {
          ...connections,
          onDidChange: connections.onDidChange,
          find: async () => connection,
        } as typeof connections,
        credentials: {
          ...credentials,
          onDidChange: credentials.onDidChange,
          read: async () => ({ kind: 'found', credentials: { token: 'a-token' } }),
        } as typeof credentials,
      });
      const recorded = new Promise<void>((resolve) => sender.onDidRecord(resolve));
      const sending = watched(sender).send({ ...createNote, connection: 'slow' }, fromTree);
      await reached;
      sender.cancel();
      const run = await sending;
      assert.ok(run.outcome.kind === 'failed' && run.outcome.problem.kind === 'noReply');
      assert.equal(run.outcome.problem.failure.kind, 'cancelled');
      await recorded;
      const [entry] = (await (await services.history())?.list(1))?.entries ?? [];
      assert.equal(entry?.id, run.id);
    });
  });
});

async function anyConnection({ registry, connections }: TestServices): Promise<Connection> {
  const provider = await registry.provider('demo-notes');
  const connection = provider && (await connections.list(provider))[0];
  assert.ok(connection);
  return connection;
}

describe('Files of a request', () => {
  let outside: string;
  let folder: vscode.Uri;

  beforeEach(() => {
    outside = realpathSync(mkdtempSync(join(tmpdir(), 'esign-files-')));
    mkdirSync(join(outside, 'inside', 'below'), { recursive: true });
    writeFileSync(join(outside, 'secret.txt'), 'secret');
    writeFileSync(join(outside, 'inside', 'below', 'file.txt'), 'content');
    symlinkSync(join(outside, 'secret.txt'), join(outside, 'inside', 'link.txt'));
    folder = vscode.Uri.file(join(outside, 'inside'));
  });

  afterEach(() => rmSync(outside, { recursive: true, force: true }));

  it('are read beside the request and below', async () => {
    const file = await readAttachment(folder, 'below/file.txt');
    assert.ok(file.kind === 'read');
    assert.equal(file.name, 'file.txt');
    assert.equal(new TextDecoder().decode(file.bytes), 'content');
  });

  for (const path of [
    '../secret.txt',
    'below/../../secret.txt',
    'link.txt',
    '..\\secret.txt',
    'below',
    'missing.txt',
    '/etc/hostname',
    'C:\\secret.txt',
  ]) {
    it(`are not read from ${path}`, async () => {
      const { kind } = await readAttachment(folder, path);
      assert.equal(kind, 'unreadable');
    });
  }
});
