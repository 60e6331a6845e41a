import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describeProblem } from '../../../src/core/problems/describeProblem';
import { ProviderRegistry } from '../../../src/core/registry';
import { checkFiles } from '../../../src/headless/checkFiles';
import { emulatorAccounts, emulatorVariables } from '../../../src/headless/emulator/emulatorAccounts';
import { sendFile, sendFiles } from '../../../src/headless/sendFile';
import { sendReport } from '../../../src/headless/sendReport';
import type { Workplace } from '../../../src/headless/workplace';
import { startEmulators } from '../../../src/node/emulator/emulatorServer';
import type { RunningEmulators } from '../../../src/node/emulator/runningEmulators';
import { demoProvider } from '../emulator/demoProvider';

const request = { operation: 'demo-notes/get-note', connection: 'emulator', path: { note_id: '{{note}}' } };

describe('without an editor', () => {
  let cwd: string;
  let emulators: RunningEmulators;
  let workplace: Workplace;
  before(async () => {
    cwd = mkdtempSync(join(tmpdir(), 'esign-headless-'));
    writeFileSync(join(cwd, 'note.esign.json'), JSON.stringify(request));
    writeFileSync(join(cwd, 'odd.esign.json'), JSON.stringify({ ...request, path: {} }));
    const started = await startEmulators([demoProvider]);
    assert.ok(started.kind === 'running');
    emulators = started.running;
    const env = Object.assign({}, ...emulators.servers.map(emulatorVariables));
    workplace = { registry: new ProviderRegistry([{ ...demoProvider, load: async () => demoProvider }]), env, cwd };
  });
  after(async () => {
    await emulators.stop();
    rmSync(cwd, { recursive: true });
  });

  it('a file is sent with what an emulator says of itself, and reported as data', async () => {
    const options = { cause: 'scenario', variables: { note: 'first' } } as const;
    const sent = await sendFile(workplace, 'note.esign.json', options);
    assert.equal(sent.run?.origin.cause, 'scenario');
    const { reply, problem, verdict } = sendReport('note.esign.json', sent, (one) => describeProblem(one));
    assert.equal(problem, null);
    assert.deepEqual([reply?.status, reply?.body], [200, { id: 'first', text: 'hello', copies: 1 }]);
    assert.deepEqual(verdict, { isAnswer: true, departures: [], differences: [] });
  });

  it('a problem is said in the words of whoever asks', async () => {
    const sent = await sendFile({ ...workplace, env: {} }, 'note.esign.json', { cause: 'scenario' });
    const said = { title: 'Stopped', cause: 'It is.', nextStep: 'Start it.' };
    assert.deepEqual(sendReport('note.esign.json', sent, () => said).problem, {
      kind: 'emulatorStopped',
      provider: demoProvider.id,
      ...said,
    });
  });

  it('of many files the credentials are looked up as often as of two, and each goes as it was rehearsed', async () => {
    const counts: number[] = [];
    for (const many of [2, 20]) {
      const asked: string[] = [];
      const changed = join(cwd, 'changed.esign.json');
      writeFileSync(changed, JSON.stringify(request));
      const env = new Proxy(workplace.env, {
        get: (all, name) => {
          asked.push(String(name));
          const sends = asked.filter((one) => one === 'ESIGN_ALLOWED_RECIPIENTS').length;
          if (sends === many + 1) writeFileSync(changed, '{');
          return all[String(name)];
        },
      });
      const files = [...Array.from({ length: many - 1 }, () => 'note.esign.json'), 'changed.esign.json'];
      const options = { cause: 'scenario', variables: { note: 'first' } } as const;
      const sent = await sendFiles({ ...workplace, env }, files, options);
      assert.deepEqual(
        sent.map(({ run, problem }) => [run?.outcome.kind, problem]),
        files.map(() => ['replied', undefined]),
      );
      counts.push(asked.filter((name) => /_CLIENT_|_BASE_URL/.test(name)).length);
    }
    assert.ok(counts[0] !== undefined && counts[0] > 0);
    assert.equal(counts[1], counts[0]);
  });

  it('a file that is not there is a problem, not an exception', async () => {
    const { run, problem } = await sendFile(workplace, 'none.esign.json', { cause: 'scenario' });
    assert.equal(run, undefined);
    assert.deepEqual(problem, { kind: 'unreadableRequest', detail: 'There is no such file.' });
  });

  it('files are checked, each issue with its file', async () => {
    const { valid, issues } = await checkFiles(workplace, ['note.esign.json', 'odd.esign.json', 'none.esign.json'], {
      note: 'first',
    });
    assert.equal(valid, false);
    assert.deepEqual(
      issues.map(({ file, path, code }) => [file, path, code]),
      [
        ['odd.esign.json', '/path/note_id', 'required'],
        ['none.esign.json', '', 'unreadable'],
      ],
    );
  });

  it('an emulator says where it is, and the account of its demo', () => {
    const { baseUrl } = emulators.servers[0] ?? {};
    assert.deepEqual(emulatorAccounts(emulators), {
      [demoProvider.id]: { baseUrl, credentials: { clientId: 'demo-client', clientSecret: 'demo-secret' } },
    });
  });
});
