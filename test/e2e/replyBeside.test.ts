import * as assert from 'node:assert/strict';
import { initialValues } from '../../src/core/forms/initialValues';
import { formatRequestFile } from '../../src/core/requests/requestFile';
import { firstProvider } from './harness/firstProvider';
import { formOf, replyOf } from './harness/panels';
import { until, untilEqual } from './harness/until';
import { Workbench } from './harness/workbench';

/* The reply beside its form: each gets the focus where it is worked on, and a button is about its own page. */

describe('A reply beside its form', () => {
  const file = 'call.esign.json';
  let workbench: Workbench;

  before(async () => {
    const { cheapestCall, operations } = await firstProvider();
    const operation = operations.find(({ id }) => id === cheapestCall?.operation);
    assert.ok(operation, 'nothing is read');
    const request = formatRequestFile({ operation: operation.id, connection: 'emulator', ...initialValues(operation) });
    workbench = await Workbench.open({ files: { [file]: request } });
    await workbench.openFile(file);
    await workbench.runCommand('E-Sign: Send Request Anyway');
    await (await replyOf(workbench)).locator('main[data-state="replied"]').waitFor();
  });

  after(() => workbench?.close());

  it('takes the focus where its work goes on, when it is asked for', async () => {
    await (await formOf(workbench)).locator('[data-action="send"]').focus();
    await workbench.runCommand('E-Sign: Show Reply');
    const reply = await replyOf(workbench);
    await until('the focus in the reply', async () => {
      return (await reply.locator('main :focus').count()) > 0 || undefined;
    });
  });

  it('leaves the buttons of the form to the request of the form, at the first click', async () => {
    await workbench.runCommand('E-Sign: Show Reply');
    await untilEqual(() => workbench.page.locator('.editor-group-container.active').count(), 1);
    await (await formOf(workbench)).locator('[data-action="openAsText"]').click();
    await workbench.page.locator('.monaco-editor[role="code"]').getByText('"operation"').first().waitFor();
    assert.equal(await workbench.tab(file).count(), 1);
    await workbench.runCommand('E-Sign: Open as Form');
    await formOf(workbench);
  });
});
