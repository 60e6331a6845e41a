import * as assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import * as vscode from 'vscode';
import type { Status } from '../../../src/core/documents';
import type { Run } from '../../../src/core/sending/run';
import type { EmulatorAct, EmulatorsChange } from '../../../src/vscode/emulator/emulators';
import { EmulatorFollower } from '../../../src/vscode/live/emulatorFollower';

const provider = 'demo-notes';
const open: Status = { text: 'pending', tone: 'open' };
const signed: Status = { text: 'signed', tone: 'done' };
const declined: Status = { text: 'declined', tone: 'refused' };

describe('What people do on the emulator', () => {
  let server: Server;
  let status: Status;
  let sent: vscode.EventEmitter<Run>;
  let acted: vscode.EventEmitter<EmulatorAct>;
  let changed: vscode.EventEmitter<EmulatorsChange>;
  let follower: EmulatorFollower;
  let baseUrl: string;
  let said: string[];

  beforeEach(async () => {
    status = open;
    said = [];
    server = createServer((_, response) => {
      const recipients = [{ id: 'r1', title: 'Ann', status }];
      const documents = [{ collection: 'notes', id: 'first', title: 'Note first', recipients }];
      response.setHeader('content-type', 'application/json').end(JSON.stringify({ documents }));
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    [sent, acted, changed] = [new vscode.EventEmitter(), new vscode.EventEmitter(), new vscode.EventEmitter()];
    follower = new EmulatorFollower({
      sender: { onDidSend: sent.event },
      emulators: { attached: false, address: () => baseUrl, onDidAct: acted.event, onDidChange: changed.event },
      log: { error: (text: string) => said.push(text) },
    } as unknown as ConstructorParameters<typeof EmulatorFollower>[0]);
    follower.onDidChange(({ changes }) => {
      for (const change of changes) said.push(...change.acted.map((one) => `${one.title} ${one.status?.text}`));
    });
    await follower.look(provider);
  });

  afterEach(() => {
    for (const one of [follower, sent, acted, changed]) one.dispose();
    server.closeAllConnections();
    server.close();
  });

  const sends = () => sent.fire({ provider, baseUrl } as Run);

  for (const done of [signed, declined]) {
    it(`is told where a request was sent on the way to it: ${done.text}`, async () => {
      await follower.during(provider, async () => {
        sends();
        status = done;
        await follower.look(provider);
      });
      assert.deepEqual(said, [`Ann ${done.text}`]);
    });

    it(`is told where a request is sent before one looks: ${done.text}`, async () => {
      status = done;
      sends();
      await follower.follow(provider);
      assert.deepEqual(said, [`Ann ${done.text}`]);
    });
  }

  it('is told as far as it was done, where it fails', async () => {
    const failing = follower.during(provider, async () => {
      status = signed;
      throw new Error('the next one has no page');
    });
    await assert.rejects(failing, /has no page/);
    assert.deepEqual(said, ['Ann signed']);
  });

  it('is told once, and what a request ended is not', async () => {
    status = signed;
    await follower.look(provider);
    await follower.follow(provider);
    assert.deepEqual(said, ['Ann signed']);
    status = open;
    await follower.look(provider);
    status = declined;
    await follower.look(provider);
    await follower.follow(provider);
    assert.deepEqual(said, ['Ann signed']);
  });
});
