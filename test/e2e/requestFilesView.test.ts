import * as assert from 'node:assert/strict';
import { validateRequest } from '../../src/core/forms/checks/validateRequest';
import { initialValues } from '../../src/core/forms/initialValues';
import type { Operation } from '../../src/core/operation';
import type { Provider } from '../../src/core/provider';
import { firstProvider } from './harness/firstProvider';
import { replyOf, seeStatus } from './harness/panels';
import { until, untilEqual } from './harness/until';
import { Workbench } from './harness/workbench';

/* Request files as people keep them: in folders, sent without being opened, with what came of them beside. */

describe('The view of request files', () => {
  let workbench: Workbench;
  let provider: Provider;
  let reads: Operation;

  before(async () => {
    provider = await firstProvider();
    const live = provider.environments.find((environment) => environment.live);
    const found = provider.operations.find(
      (one) => one.method === 'GET' && validateRequest(one, initialValues(one)).issues.length === 0,
    );
    assert.ok(found && live);
    reads = found;
    const request = { operation: reads.id, connection: 'emulator', ...initialValues(reads) };
    workbench = await Workbench.open({
      settings: {
        'esign.connections': [{ id: 'live', provider: provider.id, title: 'Our account', environment: live.id }],
      },
      files: {
        'broken.esign.json': 'no request',
        'lists/read.esign.json': request,
        'lists/live.esign.json': { ...request, connection: 'live' },
      },
    });
    await workbench.openView('E-Sign');
    await workbench.unfoldView('Requests');
  });

  after(() => workbench?.close());

  const tree = () => workbench.tree('Requests');
  const lens = (text: string) => workbench.page.locator('.codelens-decoration a').filter({ hasText: text }).first();
  const status = () => workbench.page.locator('.statusbar-item[id$="esign.connection"]');

  it('lists them by folder, and says of each which it cannot read', async () => {
    await untilEqual(() => tree().labels(), ['broken', 'lists']);
    await untilEqual(() => tree().labels('lists'), ['live', 'read']);
    await untilEqual(() => tree().item('broken').description(), 'no request that can be read');
    await untilEqual(() => tree().item('lists', 'read').description(), 'emulator');
  });

  it('sends one that is not open, and keeps what came of it', async () => {
    await tree().item('lists', 'read').action('Send Request File');
    await seeStatus(await replyOf(workbench), 200);
    await until('the outcome', async () => {
      const description = await tree().item('lists', 'read').description();
      return description === '200 · now · emulator' || undefined;
    });
  });

  it('says in the status bar how long the token lives that it was sent with', async () => {
    const token = workbench.page.locator('.statusbar-item[id$="esign.token"]');
    await token.filter({ hasText: /\d+ (?:min|h|days)|no known end/ }).waitFor();
  });

  it('opens it as text, above which stand Send, the connection and the outcome', async () => {
    await tree().item('lists', 'read').menu('Open Request File as Text');
    await lens('Send').waitFor();
    await lens('Emulator').waitFor();
    await lens('200, now').waitFor();
  });

  it('sends from above the text, where it goes to another connection as well', async () => {
    await lens('Send').click();
    await until('two runs in the history', async () => {
      const rows = await workbench.tree('History').rows();
      return rows.filter(({ level }) => level === 2).length >= 2 || undefined;
    });
    // The reply has come to the front of the group it was opened in.
    await workbench.showTab('read.esign.json');
    await lens('Emulator').click();
    await workbench.quickInput.box.getByText('Our account').waitFor();
    await workbench.quickInput.cancel();
  });

  it('says in the status bar where it goes, in red where people are reached', async () => {
    await workbench.showTab('read.esign.json');
    await status().filter({ hasText: 'Emulator' }).waitFor();
    assert.ok(!(await status().getAttribute('class'))?.includes('error-kind'));
    await workbench.openFile('lists/live.esign.json');
    await status().filter({ hasText: 'Our account' }).filter({ hasText: 'live' }).waitFor();
    assert.ok((await status().getAttribute('class'))?.includes('error-kind'));
  });

  it('reveals the file in the explorer', async () => {
    await workbench.showTab('read.esign.json');
    await workbench.runCommand('E-Sign: Reveal Request in Explorer');
    await workbench.page.locator('.explorer-folders-view .monaco-list-row.selected', { hasText: 'read' }).waitFor();
  });
});
