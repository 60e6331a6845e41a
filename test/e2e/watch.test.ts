import * as assert from 'node:assert/strict';
import type { WatchedDocument } from '../../src/core/live/documentChanges';
import type { Provider } from '../../src/core/provider';
import { type Emulator, startEmulator } from '../host/emulator.mjs';
import { enterCredentials } from './harness/enterCredentials';
import { firstProvider } from './harness/firstProvider';
import { until } from './harness/until';
import { Workbench } from './harness/workbench';

/* The emulator under an address of one's own: as real as any account to whoever watches it. */

describe('Watching a document of a real connection', () => {
  let workbench: Workbench;
  let emulator: Emulator;
  let provider: Provider;

  before(async () => {
    emulator = await startEmulator();
    provider = await firstProvider();
    const baseUrl = emulator.providers[provider.id]?.baseUrl;
    const connection = { id: 'mine', provider: provider.id, title: 'Mine', baseUrl };
    workbench = await Workbench.open({ settings: { 'esign.connections': [connection] } });
    await workbench.openView('E-Sign');
    await workbench.tree('Providers').item(provider.title, 'Mine').menu('Enter Credentials…');
    await enterCredentials(workbench.quickInput, provider, (await provider.emulator?.())?.credentials ?? {});
  });

  after(async () => {
    await workbench.close();
    await emulator.end();
  });

  it('says in the status bar whom it waits for, and can be stopped there', async () => {
    const { title, collection, awaited } = await waiting();
    const inTree = provider.resources.collections.find(({ id }) => id === collection);
    assert.ok(inTree);
    await workbench.tree('Providers').item(provider.title, 'Mine', inTree.title, title).menu('Watch Document');
    const item = workbench.page.locator('[id$="esign.watching"]');
    await until('the status bar to say whom it waits for', async () => {
      const said = (await item.first().getAttribute('aria-label')) ?? (await item.first().innerHTML());
      return said.includes(awaited) || undefined;
    });
    await item.locator('a').first().click();
    await until(
      'it to be gone',
      async () => (await item.count()) === 0 || !(await item.first().isVisible()) || undefined,
    );
  });

  /** A document for which somebody is asked to sign now. */
  async function waiting() {
    const answer = await fetch(`${emulator.providers[provider.id]?.baseUrl}/__emulator/state`);
    const { documents } = (await answer.json()) as { documents: readonly WatchedDocument[] };
    for (const { title, collection, recipients } of documents) {
      const open = recipients.find(({ status }) => status?.tone === 'open');
      if (open !== undefined) return { title, collection, awaited: open.title };
    }
    return assert.fail('nobody is asked to sign anything');
  }
});
