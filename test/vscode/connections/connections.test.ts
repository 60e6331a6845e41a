import * as assert from 'node:assert/strict';
import { copyFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import * as os from 'node:os';
import * as path from 'node:path';
import * as vscode from 'vscode';
import type { Connection, ConnectionSetting } from '../../../src/core/connections/connection';
import type { Provider } from '../../../src/core/provider';
import { certificateFile } from '../../unit/fixtures/secureServer';
import { createTestServices, type TestServices } from '../testServices';

const credentials = { clientId: 'my-client', clientSecret: 'my-secret-value' };

describe('Connections', () => {
  let services: TestServices;
  let provider: Provider;
  let folder: string;
  const setting: ConnectionSetting = { id: 'mine', provider: 'demo-notes', title: 'Mine', baseUrl: 'https://a.test' };

  beforeEach(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'esign-connections-'));
    services = createTestServices();
    const found = await services.registry.provider('demo-notes');
    assert.ok(found);
    provider = found;
  });

  afterEach(async () => {
    await rm(folder, { recursive: true });
    await services.dispose();
    await vscode.workspace
      .getConfiguration('esign')
      .update('connections', undefined, vscode.ConfigurationTarget.Global);
  });

  async function find(id: string): Promise<Connection> {
    const outcome = await services.connections.find(provider, id);
    assert.ok(!('kind' in outcome), JSON.stringify(outcome));
    return outcome;
  }

  const userSettings = () =>
    JSON.stringify(vscode.workspace.getConfiguration('esign').inspect('connections')?.globalValue);

  it('begin with the emulator, which nobody has to set up', async () => {
    const [emulator] = await services.connections.list(provider);
    assert.equal(emulator?.id, 'emulator');
    assert.equal(services.emulators.running, false);
    const connection = await find('emulator');
    assert.equal(connection.baseUrl, services.emulators.address('demo-notes'));
    assert.equal((await services.credentials.read(connection)).kind, 'found');
  });

  it('stand in the user settings without a secret', async () => {
    await services.connections.save(setting);
    await services.credentials.give(await find('mine'), credentials);
    assert.deepEqual(JSON.parse(userSettings() ?? ''), [setting]);
    assert.ok(!userSettings()?.includes('my-secret-value'));
    await services.connections.save({ ...setting, title: 'Renamed' });
    assert.deepEqual(
      (await services.connections.list(provider)).map(({ title }) => title),
      ['Emulator', 'Renamed'],
    );
    await services.connections.remove('demo-notes', 'mine');
    assert.equal(userSettings(), '[]');
  });

  it('give a changed address no credentials before that was confirmed', async () => {
    await services.connections.save(setting);
    assert.equal((await services.credentials.read(await find('mine'))).kind, 'missing');
    await services.credentials.give(await find('mine'), credentials);
    assert.deepEqual(await services.credentials.read(await find('mine')), { kind: 'found', credentials });

    await services.connections.save({ ...setting, baseUrl: 'https://b.test' });
    const moved = await find('mine');
    assert.deepEqual(await services.credentials.read(moved), { kind: 'unconfirmed', origin: 'https://b.test' });

    await services.credentials.give(moved, credentials);
    assert.equal((await services.credentials.read(moved)).kind, 'found');
    await services.connections.save(setting);
    assert.equal((await services.credentials.read(await find('mine'))).kind, 'found');
  });

  it('give a host that was added no credentials either', async () => {
    await services.connections.save(setting);
    await services.credentials.give(await find('mine'), credentials);
    await services.connections.save({ ...setting, hosts: { login: 'https://evil.test' } });
    const outcome = await services.credentials.read(await find('mine'));
    assert.deepEqual(outcome, { kind: 'unconfirmed', origin: 'https://evil.test' });
  });

  it('give an authority that was named later, or whose file holds another one, no credentials either', async () => {
    await services.connections.save(setting);
    await services.credentials.give(await find('mine'), credentials);
    const caFile = path.join(folder, 'authority.pem');
    await services.connections.save({ ...setting, tls: { caFile } });
    const read = async () => services.credentials.read(await find('mine'));
    const isAsked = async () => {
      const outcome = await read();
      const trusted = outcome.kind === 'unconfirmed' ? outcome.origin : '';
      return trusted.startsWith(`whoever has a certificate of ${caFile} (SHA-256 `);
    };
    assert.ok(await isAsked());
    await copyFile(certificateFile('authority.pem'), caFile);
    assert.ok(await isAsked());
    await services.credentials.give(await find('mine'), credentials);
    assert.equal((await read()).kind, 'found');
    await copyFile(certificateFile('stranger.pem'), caFile);
    assert.ok(await isAsked());
    await writeFile(caFile, `As before:\n${await readFile(certificateFile('authority.pem'), 'utf8')}`);
    assert.equal((await read()).kind, 'found');
    await rm(caFile);
    assert.ok(await isAsked());
    await services.connections.save(setting);
    assert.equal((await services.credentials.read(await find('mine'))).kind, 'found');
  });

  it('forget credentials for every address', async () => {
    await services.connections.save(setting);
    await services.credentials.give(await find('mine'), credentials);
    await services.connections.save({ ...setting, baseUrl: 'https://b.test' });
    await services.credentials.give(await find('mine'), credentials);
    await services.credentials.forget('demo-notes', 'mine');
    assert.equal((await services.credentials.read(await find('mine'))).kind, 'missing');
    await services.connections.save(setting);
    assert.equal((await services.credentials.read(await find('mine'))).kind, 'missing');
  });

  it('list credentials by name, drop them and move them to another connection for its addresses alone', async () => {
    await services.connections.save(setting);
    await services.connections.save({ ...setting, id: 'other', title: 'Other', baseUrl: 'https://c.test' });
    await services.credentials.give(await find('mine'), credentials);
    const [kept, ...more] = await services.credentials.list();
    const listed = { provider: 'demo-notes', connection: 'mine', origins: ['https://a.test'], isOfSession: false };
    assert.deepEqual([kept, more], [{ ...listed, names: ['clientId', 'clientSecret'] }, []]);
    assert.ok(kept);
    await services.credentials.move(kept, await find('other'));
    assert.deepEqual(await services.credentials.read(await find('other')), { kind: 'found', credentials });
    assert.equal((await services.credentials.read(await find('mine'))).kind, 'missing');
    const [moved] = await services.credentials.list();
    assert.deepEqual(moved, { ...listed, connection: 'other', origins: ['https://c.test'], names: kept.names });
    await services.credentials.drop(moved);
    assert.deepEqual(await services.credentials.list(), []);
  });

  it('show a token that was got anew, and none that was forgotten', async () => {
    const emulator = await find('emulator');
    assert.equal(services.sender.token(emulator), undefined);
    const outcome = await services.credentials.read(emulator);
    assert.ok(outcome.kind === 'found');
    const first = await services.sender.renewToken(provider, emulator, outcome.credentials);
    assert.equal(services.sender.token(emulator)?.accessToken, first.accessToken);
    let changes = 0;
    services.sender.onDidChangeToken(() => {
      changes += 1;
    });
    await services.sender.renewToken(provider, emulator, outcome.credentials);
    assert.equal(changes, 1);
    services.sender.forgetToken(emulator);
    assert.equal(services.sender.token(emulator), undefined);
  });

  it('name what is missing by the titles of the fields', async () => {
    await services.connections.save(setting);
    const outcome = await services.credentials.read(await find('mine'));
    assert.deepEqual(outcome, { kind: 'missing', names: ['clientId', 'clientSecret', 'scope'] });
  });

  it('that are unknown or unusable come as problems', async () => {
    assert.deepEqual(await services.connections.find(provider, 'nowhere'), {
      kind: 'unknownConnection',
      provider: provider.title,
      connection: 'nowhere',
    });
    await services.connections.save({ ...setting, baseUrl: 'http://a.test' });
    const outcome = await services.connections.find(provider, 'mine');
    assert.ok('kind' in outcome && outcome.kind === 'invalidBaseUrl');
    assert.equal((await services.connections.list(provider)).length, 1);
  });

  it('keep pinned ids in their setting', async () => {
    await services.connections.save(setting);
    const target = { provider: 'demo-notes', connection: 'mine', collection: 'notes' };
    await services.connections.pin(target, 'one');
    await services.connections.pin(target, 'two');
    await services.connections.pin(target, 'one');
    assert.deepEqual(services.connections.pinned(target), ['two', 'one']);
    assert.match(userSettings() ?? '', /"pinned":\{"notes":\["two","one"\]\}/);
    await services.connections.unpin(target, 'two');
    assert.deepEqual(services.connections.pinned(target), ['one']);
  });
});
