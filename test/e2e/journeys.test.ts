import * as assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { providers } from '../../src/providers';
import { questionsOfKind } from '../../src/vscode/credentials/credentialFields';
import { scratchScheme } from '../../src/vscode/shell/ids';
import { sharedEditorHost } from './harness/editorHost';
import { storedEditors } from './harness/storedState';
import { untilEqual } from './harness/until';
import { Workbench } from './harness/workbench';
import { readJourney } from './journey';
import { Traveller } from './traveller';

const emulated = providers.filter(({ rung }) => rung === 'emulated');

/** One window for all: it opens and reloads once. */
describe('The journey through', () => {
  let workbench: Workbench;

  before(async () => {
    // As on a desktop: in a browser the editor saves by itself.
    workbench = await Workbench.open({ settings: { 'files.autoSave': 'off' } });
    await workbench.openView('E-Sign');
  });

  after(() => workbench.close());

  async function nothingAsks(): Promise<void> {
    assert.equal(await workbench.page.locator('.tab.dirty').count(), 0);
    await workbench.runCommand('View: Close All Editors');
    await untilEqual(() => workbench.page.locator('.tab').count(), 0);
    assert.equal(await workbench.dialog().count(), 0);
  }

  for (const { id, load } of emulated) {
    describe(id, () => {
      let traveller: Traveller;

      before(async () => {
        const journey = readJourney(id);
        assert.ok(journey, `src/providers/${id}/fixtures/journey.json is missing`);
        traveller = new Traveller(workbench, await load(), journey);
      });

      // Where one stop is missed, the next ones cannot be reached.
      beforeEach(() => assert.ok(!traveller.isLost, 'an earlier stop of the journey was missed'));

      afterEach(function () {
        traveller.isLost = this.currentTest?.state === 'failed';
      });

      it('starts at a document of the emulator', () => traveller.openForm());
      it('refuses an invalid value at its field', () => traveller.enterInvalidValue());
      it('explains a failure beside its reply', () => traveller.fail());
      it('sends once the value is mended, and goes on from the reply', () => traveller.send());
      it('signs on the page that the link leads to', () => traveller.sign());
      it('shows the new status in the refreshed tree', () => traveller.refresh());
    });
  }

  describe('all of them', () => {
    it('leaves no request that asks to be saved', () => nothingAsks());
  });

  describe('the history, after a restart', () => {
    before(async () => {
      // What is closed comes back with its backup, as long as the window has not kept that it was closed.
      await untilEqual(async () => (await storedEditors(workbench.page)).includes(scratchScheme), false);
      await workbench.reload();
      await workbench.openView('E-Sign');
      await workbench.foldView('Providers');
    });

    for (const { id, load } of emulated) {
      it(`replays a request of ${id}`, async () => {
        const journey = readJourney(id);
        assert.ok(journey);
        await new Traveller(workbench, await load(), journey).replay();
      });
    }

    it('leaves nothing to be saved either', () => nothingAsks());

    it('has left no secret on the disk', async () => {
      const { userDataDir } = await sharedEditorHost();
      const stored = filesBelow(userDataDir);
      assert.ok(
        stored.some(({ text }) => text.includes('"version":1,')),
        'the history was not found',
      );
      for (const { load } of providers) {
        const provider = await load();
        const { credentials = {} } = (await provider.emulator?.()) ?? {};
        const fields = provider.auth.kinds.flatMap((kind) => questionsOfKind(kind)).filter(({ secret }) => secret);
        for (const value of fields.flatMap(({ name }) => credentials[name] ?? [])) {
          assert.deepEqual(
            pathsOf(stored.filter(({ text }) => text.includes(value))),
            [],
            `${provider.title}: ${value}`,
          );
        }
      }
      for (const trace of [/(access_|session)token=(?!‹)/i, /Bearer (?!‹)/]) {
        assert.deepEqual(pathsOf(stored.filter(({ text }) => trace.test(text))), [], String(trace));
      }
    });
  });
});

interface StoredFile {
  readonly path: string;
  readonly text: string;
}

/** All that the editor keeps: settings, storage, backups and logs. */
function filesBelow(folder: string): readonly StoredFile[] {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((file) => file.isFile());
  return files.map(({ parentPath, name }) => {
    const path = join(parentPath, name);
    return { path, text: readFileSync(path, 'utf8') };
  });
}

function pathsOf(files: readonly StoredFile[]): readonly string[] {
  return files.map(({ path }) => path);
}
