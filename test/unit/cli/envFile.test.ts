import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { client, createNote, useWorkplace } from './workplace';

const variables = Object.entries(client).map(([name, value]) => `${name}=${value}`);
const [id = '', secret = ''] = variables;

describe('esign with a .env file', () => {
  const workplace = useWorkplace();
  const send = (env: Record<string, string> = {}, ...more: readonly string[]) => {
    workplace().write('request.esign.json', createNote);
    return workplace().run(['send', 'request.esign.json', '--base-url', workplace().baseUrl, ...more], env);
  };

  it('takes credentials from the one of the working directory, without a word', async () => {
    workplace().write('.env', `${variables.join('\n')}\n`);
    const { code, out, err } = await send();
    assert.equal(code, 0, err);
    assert.match(out, /^201 Created/);
    assert.match(err, /^Create a note, Custom\nPOST \S+\n$/);
  });

  it('needs none, and takes a folder of that name for none', async () => {
    mkdirSync(path.join(workplace().folder, '.env'));
    assert.equal((await send(client)).code, 0);
  });

  it('takes the file that is named, in the place of the other', async () => {
    workplace().write('.env', 'ESIGN_DEMO_NOTES_CLIENT_ID=nobody\n');
    workplace().write('accounts/test.env', variables.join('\n'));
    assert.equal((await send({}, '--env-file', 'accounts/test.env')).code, 0);
  });

  it('lets the environment count more, also where it is empty', async () => {
    workplace().write('.env', `${id}\nESIGN_DEMO_NOTES_CLIENT_SECRET=wrong\n`);
    assert.equal((await send({ ESIGN_DEMO_NOTES_CLIENT_SECRET: 'demo-secret' })).code, 0);
    workplace().write('.env', variables.join('\n'));
    const emptied = await send({ ESIGN_DEMO_NOTES_CLIENT_SECRET: '' });
    assert.equal(emptied.code, 3);
    assert.match(emptied.err, /ESIGN_DEMO_NOTES_CLIENT_SECRET/);
  });

  it('says file, line and what to do of a line that is wrong, and sends nothing', async () => {
    workplace().write('.env', `${id}\n# the secret\nESIGN_DEMO_NOTES_CLIENT_SECRET=demo#secret\n`);
    const { code, out, err } = await send();
    assert.deepEqual([code, out], [2, '']);
    assert.match(err, /^\.env, line 3: ESIGN_DEMO_NOTES_CLIENT_SECRET ends at its "#".*put the value in quotes\.\n/);
    assert.doesNotMatch(err, /demo#secret/);
  });

  it('only mentions what is wrong in a line of another program, unless the file is named', async () => {
    workplace().write('.env', `app: yes\n${variables.join('\n')}`);
    const { code, err } = await send();
    assert.equal(code, 0);
    assert.match(err, /^\.env, line 1: There is no "="/);
    assert.equal((await send({}, '--env-file', '.env')).code, 2);
  });

  it('says what keeps a file from being read', async () => {
    const missing = await send({}, '--env-file', 'none.env');
    assert.equal(missing.code, 2);
    assert.match(missing.err, /^none\.env: There is no such file\./);
    writeFileSync(path.join(workplace().folder, '.env'), Buffer.from(`\uFEFF${variables.join('\n')}`, 'utf16le'));
    const wide = await send();
    assert.equal(wide.code, 3);
    assert.match(wide.err, /^\.env was not read\. The file is saved as UTF-16\. Save it as UTF-8\./);
  });

  it('takes nothing from a folder but what is named as ours', async () => {
    workplace().write(
      '.env',
      `${variables.join('\n')}\nNODE_TLS_REJECT_UNAUTHORIZED=0\nHTTPS_PROXY=http://elsewhere:1`,
    );
    const { withEnvFile } = await import('../../../src/headless/environment/withEnvFile');
    const read = await withEnvFile(workplace().surroundings({}), undefined);
    assert.ok(read.kind === 'read');
    assert.deepEqual(Object.keys(read.env).sort(), Object.keys(client).sort());
    assert.equal(read.variables['HTTPS_PROXY'], 'http://elsewhere:1');
  });

  for (const deciding of ['CA_FILE=authority.pem', 'CHECK_CERTIFICATES=false']) {
    it(`takes ${deciding} of a folder for no credentials of elsewhere`, async () => {
      workplace().write('request.esign.json', createNote);
      workplace().write('.env', `ESIGN_DEMO_NOTES_${deciding}\n`);
      const { code, err } = await workplace().run(
        ['send', 'request.esign.json', '--base-url', 'https://127.0.0.1:1'],
        client,
      );
      assert.equal(code, 2);
      assert.match(err, /\.env says ESIGN_DEMO_NOTES_C\w+, but ESIGN_DEMO_NOTES_CLIENT_ID comes from/);
    });
  }

  it('sends no credentials of the environment to an address that a folder names', async () => {
    workplace().write('request.esign.json', { operation: 'demo-notes/list-notes', connection: 'emulator' });
    workplace().write('.env', `ESIGN_DEMO_NOTES_BASE_URL=${workplace().baseUrl}\n`);
    const args = ['send', 'request.esign.json'];
    const refused = await workplace().run(args, client);
    assert.equal(refused.code, 2);
    assert.match(refused.err, /\.env says ESIGN_DEMO_NOTES_BASE_URL, but ESIGN_DEMO_NOTES_CLIENT_ID comes from/);
    assert.equal((await workplace().run([...args, '--env-file', '.env'], client)).code, 0);
    workplace().write('.env', `ESIGN_DEMO_NOTES_BASE_URL=${workplace().baseUrl}\n${variables.join('\n')}`);
    assert.equal((await workplace().run(args)).code, 0);
    assert.equal((await workplace().run([...args], { ESIGN_OTHER_TOKEN: 'x' })).code, 0);
  });

  it('is read by scenarios, and by the assistants only when it is named', async () => {
    workplace().write('.env', 'ESIGN_DEMO_NOTES_CLIENT_ID\n');
    workplace().write('named.env', 'A\n');
    const named = await workplace().run(['run', '.', '--env-file', 'named.env']);
    assert.match(named.err, /^named\.env, line 1: There is no "="/);
    const assistants = await workplace().run(['mcp', '--allow-connection', 'nobody']);
    assert.match(assistants.err, /^--allow-connection must be/);
    assert.match((await workplace().run(['mcp', '--env-file', 'named.env'])).err, /^named\.env, line 1/);
  });

  describe('in a git work tree', () => {
    const git = (...args: readonly string[]) => execFileSync('git', ['-C', workplace().folder, ...args]);
    const warning = /^\.env holds credentials and is not ignored by git/m;
    beforeEach(() => {
      git('init', '-q');
      workplace().write('.env', `${id}\n${secret}`);
    });

    it('is warned about unless git ignores it', async () => {
      assert.match((await send()).err, warning);
      workplace().write('.gitignore', '.env\n');
      assert.doesNotMatch((await send()).err, warning);
      git('add', '-f', '.env');
      assert.match((await send()).err, warning);
    });

    it('is not warned about where it holds no credential', async () => {
      workplace().write('.env', `ESIGN_DEMO_NOTES_BASE_URL=${workplace().baseUrl}`);
      assert.doesNotMatch((await send()).err, warning);
    });

    it('starts no program that the settings of the work tree name', async () => {
      const hook = path.join(workplace().folder, 'hook.sh');
      writeFileSync(hook, '#!/bin/sh\ntouch "$(dirname "$0")/ran"\n', { mode: 0o755 });
      git('config', 'core.fsmonitor', hook);
      assert.match((await send()).err, warning);
      assert.throws(() => execFileSync('ls', [path.join(workplace().folder, 'ran')], { stdio: 'ignore' }));
    });
  });
});
