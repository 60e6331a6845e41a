import * as assert from 'node:assert/strict';
import { join } from 'node:path';
import type { EmulatorDefinition } from '../../src/core/emulation';
import type { Example, Operation } from '../../src/core/operation';
import type { Provider } from '../../src/core/provider';
import { metasWithin } from '../../src/core/requests/innerSchemas';
import { providers } from '../../src/providers';
import { type Emulator, startEmulator } from '../host/emulator.mjs';
import { enterCredentials } from './harness/enterCredentials';
import { replyOf } from './harness/panels';
import type { Theme } from './harness/themes';
import type { TreeItem } from './harness/tree';
import { until, untilEqual } from './harness/until';
import { Workbench } from './harness/workbench';

/** A provider with a call that reads a document, which there is and is not. */
interface Tried {
  readonly provider: Provider;
  readonly definition: EmulatorDefinition;
  readonly read: Operation;
  readonly found: Example;
  readonly unknown: string;
}

/** What was sent, looked at in as many providers as say enough of themselves. */
describe('The history', () => {
  const count = 2;
  const tried: Tried[] = [];

  before(async () => {
    for (const { load } of providers) {
      const one = tried.length < count ? await triedOf(await load()) : undefined;
      if (one !== undefined) tried.push(one);
    }
    assert.equal(tried.length, count, 'too few providers read documents by their ids');
  });

  for (let index = 0; index < count; index++) {
    describe(`of provider ${index + 1}`, () => {
      let one: Tried;
      let emulator: Emulator;
      let workbench: Workbench;

      before(async () => {
        one = tried[index] ?? assert.fail();
        const { provider, read, found, unknown } = one;
        const request = { operation: read.id, connection: 'emulator', ...valuesOf(found) };
        emulator = await startEmulator();
        const baseUrl = `http://127.0.0.1:${emulator.portBase + (provider.portOffset ?? 0)}`;
        workbench = await Workbench.open({
          settings: { 'esign.connections': [{ id: 'second', provider: provider.id, title: 'Second', baseUrl }] },
          files: { 'found.esign.json': request, 'unknown.esign.json': withId(request, unknown) },
        });
        await workbench.openView('E-Sign');
        const second = workbench.tree('Providers').item(provider.title, 'Second');
        await second.menu('Enter Credentials…');
        await enterCredentials(workbench.quickInput, provider, one.definition.credentials);
        await workbench.foldView('Providers');
      });

      after(async () => {
        await workbench?.close();
        await emulator?.end();
      });

      const history = () => workbench.tree('History');
      const succeeded = (): TreeItem => history().item('Today', { beside: '200' });

      async function seeReplyTo(title: string): Promise<void> {
        const reply = await replyOf(workbench);
        await reply.getByRole('heading', { level: 1, name: title }).waitFor();
        await reply
          .locator('main[data-state="replied"] .status-line')
          .getByText(/^4\d\d/)
          .first()
          .waitFor();
      }

      async function send(file: string, runs: number): Promise<void> {
        await workbench.openFile(file);
        await workbench.runCommand('E-Sign: Send Request');
        await untilEqual(async () => (await history().labels('Today')).length, runs);
      }

      it('says which document a run was about, what came of it and when', async () => {
        await send('found.esign.json', 1);
        const [label] = await history().labels('Today');
        assert.notEqual(label, one.read.title, 'the row is called by its operation');
        const description = await succeeded().description();
        assert.ok(description.startsWith(`200 · now · ${one.read.title}`), description);
        await send('unknown.esign.json', 2);
      });

      it('compares a failure with the last success, with what matters alone on each side', async () => {
        await history().item('Today', { beside: one.read.title }).menu('Compare with Last Success');
        const editor = workbench.page.locator('.monaco-diff-editor');
        await editor.locator('.original').getByText('Reply: 200').first().waitFor();
        await editor.locator('.modified').getByText('Reply: 4').first().waitFor();
        await editor.locator('.modified').getByText('id 1>').first().waitFor();
        await shot(workbench, `history-compared-${index}`);
        await workbench.runCommand('E-Sign: Show Raw Values or Placeholders');
        await editor.locator('.modified').getByText(one.unknown.slice(0, 20)).first().waitFor();
        assert.equal(await workbench.notification('mistake').count(), 0, 'showing raw values failed');
      });

      it('is filtered by outcome until the filter is cleared', async () => {
        await workbench.runCommand('E-Sign: Filter History…');
        await workbench.quickInput.choose('Failed');
        await workbench.quickInput.accept();
        await untilEqual(async () => (await history().labels('Today')).length, 1);
        await workbench.page.getByText('Filtered: failed. Clear Filter, above, shows everything.').waitFor();
        await shot(workbench, `history-filtered-${index}`);
        await workbench.runCommand('E-Sign: Clear Filter of History');
        await untilEqual(async () => (await history().labels('Today')).length, 2);
      });

      it('is searched as one types, and Enter opens what is found', async () => {
        await workbench.runCommand('E-Sign: Search History…');
        await workbench.page.getByPlaceholder(/^Text of a request or a reply/).fill(one.unknown);
        await workbench.quickInput.box.getByText('Search History: 1 found').waitFor();
        await picture(workbench, `history-search-${index}`);
        await workbench.quickInput.acceptChosen();
        await seeReplyTo(one.read.title);
      });

      it('keeps a pinned run on top, by the name that it was given', async () => {
        await succeeded().menu('Pin History Entry');
        await untilEqual(() => history().labels(), ['Pinned', 'Today']);
        await history().item('Pinned', { beside: '200' }).menu('Name History Entry…');
        await workbench.quickInput.answer('What the entry is called', 'The good one');
        await untilEqual(() => history().labels('Pinned'), ['The good one']);
        await shot(workbench, `history-pinned-${index}`, ['light', 'dark', 'highContrast', 'highContrastLight']);
      });

      it('replays on another connection as it is, where its document exists there', async () => {
        await history().item('Pinned', 'The good one').menu('Replay on Another Connection…');
        await workbench.quickInput.choose('Second');
        await untilOnSecond(1);
      });

      it('replays on another connection with another document, where its own does not exist there', async () => {
        const failed = (await history().rows()).find(({ description }) => /^4\d\d /.test(description));
        const [status = ''] = failed?.description.split(' · ') ?? [];
        await history().item('Today', { beside: status }).menu('Replay on Another Connection…');
        await workbench.quickInput.choose('Second');
        await workbench.quickInput.box.getByText('Replay on Second').waitFor();
        await picture(workbench, `history-elsewhere-${index}`);
        await answerId(workbench, one);
        await untilOnSecond(2);
      });

      const untilOnSecond = (count: number) =>
        until('the runs on the other connection', async () => {
          const rows = await history().rows();
          return rows.filter(({ description }) => /^200 .* Second$/.test(description)).length === count || undefined;
        });

      it('replays several runs in order, and ends at the first failure', async () => {
        await workbench.runCommand('E-Sign: Group History by…');
        await workbench.quickInput.choose('None');
        await until('the history without groups', async () => {
          return !(await history().labels()).includes('Today') || undefined;
        });
        const rows = history().element.locator('.monaco-list-row').filter({ hasText: one.read.title });
        await rows.nth(0).click();
        await rows.nth(1).click({ modifiers: ['Control'] });
        await rows.nth(2).click({ modifiers: ['Control'] });
        await rows.nth(3).click({ modifiers: ['Control'] });
        // The menu of one that is chosen is that of all.
        await history().item({ beside: one.read.title }).menu('Replay Requests in Order…');
        await workbench.notification(/Replayed \d of \d requests, and stopped at the first that failed/).waitFor();
      });
    });
  }
});

async function triedOf(provider: Provider): Promise<Tried | undefined> {
  const definition = await provider.emulator?.();
  for (const read of definition === undefined ? [] : provider.operations) {
    const { path } = read.request;
    const [found] = read.examples;
    const names = path === undefined ? [] : metasWithin(path).filter(({ refersTo }) => refersTo !== undefined);
    const [id, ...others] = Object.values(found?.path ?? {});
    const isWhole = read.accepts === undefined && read.request.query === undefined && others.length === 0;
    const reads = read.method === 'GET' && names.length === 1 && isWhole && read.path.endsWith('}');
    if (!reads || found === undefined || typeof id !== 'string' || definition === undefined) continue;
    return { provider, definition, read, found, unknown: unknownId(id) };
  }
  return undefined;
}

/** Of the same form. */
function unknownId(id: string): string {
  return id.replace(/[0-9a-f](?=[^0-9a-f]*$)/i, (last) => (last === '0' ? '1' : '0'));
}

function valuesOf({ path, query, body }: Example) {
  return { ...(path && { path }), ...(query && { query }), ...(body !== undefined && { body }) };
}

function withId<Request extends { readonly path?: object }>(request: Request, id: string) {
  const [name = ''] = Object.keys(request.path ?? {});
  return { ...request, path: { [name]: id } };
}

/** By the list where the connection has one, where the document of the same title is chosen already. */
async function answerId({ quickInput }: Workbench, { found }: Tried): Promise<void> {
  const isList = await quickInput.box.getByPlaceholder(/in the place of/).isVisible();
  if (isList) return quickInput.acceptChosen();
  const [id] = Object.values(found.path ?? {});
  await quickInput.answer('on this connection', String(id));
}

/** In the theme as it is: the box at the top closes when another one is chosen. */
async function picture(workbench: Workbench, name: string): Promise<void> {
  const pictures = process.env['ESIGN_PICTURES'];
  if (pictures !== undefined) await workbench.screenshot(join(pictures, `${name}.png`));
}

async function shot(
  workbench: Workbench,
  name: string,
  shown: readonly Theme[] = ['light', 'dark', 'highContrast'],
): Promise<void> {
  const pictures = process.env['ESIGN_PICTURES'];
  if (pictures === undefined) return;
  for (const theme of shown) {
    await workbench.setTheme(theme);
    await workbench.screenshot(join(pictures, `${name}-${theme}.png`));
  }
}
