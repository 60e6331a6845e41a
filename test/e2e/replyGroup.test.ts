import * as assert from 'node:assert/strict';
import { initialValues } from '../../src/core/forms/initialValues';
import { formatRequestFile } from '../../src/core/requests/requestFile';
import { providers } from '../../src/providers';
import { replyOf } from './harness/panels';
import { until } from './harness/until';
import { Workbench } from './harness/workbench';

describe('The group of the reply', () => {
  let workbench: Workbench;

  before(async () => {
    const provider = await providers[0]?.load();
    const operation = provider?.operations.find(({ method }) => method === 'GET');
    assert.ok(operation, 'nothing is read');
    const request = formatRequestFile({ operation: operation.id, connection: 'emulator', ...initialValues(operation) });
    workbench = await Workbench.open({ files: { 'call.esign.json': request, 'notes.txt': 'notes' } });
    await workbench.openFile('call.esign.json');
    await workbench.runCommand('E-Sign: Send Request Anyway');
    await (await replyOf(workbench)).locator('main[data-state="replied"], main[data-state="problem"]').waitFor();
  });

  after(() => workbench?.close());

  it('takes no file, even while it is the active one', async () => {
    await workbench.runCommand('E-Sign: Show Reply');
    const groups = workbench.page.locator('.editor-group-container');
    await until('the group of the reply to be active', async () => {
      return (await groups.nth(1).and(workbench.page.locator('.active')).count()) === 1 || undefined;
    });
    await workbench.openFile('notes.txt');
    assert.equal(await groups.count(), 2);
    assert.equal(await groups.nth(0).locator('.tab').filter({ hasText: 'notes.txt' }).count(), 1);
    assert.equal(await groups.nth(1).locator('.tab').count(), 1);
  });
});
