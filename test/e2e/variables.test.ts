import * as assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Operation, RequestValues } from '../../src/core/operation';
import { setAt } from '../../src/core/requests/pointer';
import { providers } from '../../src/providers';
import { until } from './harness/until';
import { Workbench } from './harness/workbench';

/* What {{name}} stands for by a file of the folder. */

describe('Variables of the folder', () => {
  for (const index of [0, 1]) describe(`of the provider ${index + 1}`, () => standForValues(index));
});

function standForValues(index: number): void {
  let workbench: Workbench;

  before(async () => {
    const operation = (await operationsWithId())[index];
    assert.ok(operation, 'there are no two providers with an ID in a path');
    const [key] = Object.keys(operation.request.path?.shape ?? {});
    const { path = {}, query, body } = operation.examples[0] ?? {};
    const right: RequestValues = { path, ...(query && { query }), ...(body !== undefined && { body }) };
    const values = setAt(right, `/path/${key}`, '{{contarct}}');
    const request = { operation: operation.id, connection: 'emulator', ...values };
    workbench = await Workbench.open({
      files: {
        'esign.env.json': JSON.stringify({ emulator: { contract: 'd-4711' } }),
        'open.esign.json': `${JSON.stringify(request, undefined, 2)}\n`,
      },
    });
  });

  after(() => workbench?.close());

  it('are known in the form: one that nobody has is mended to the one that is near', async () => {
    await workbench.openFile('open.esign.json');
    const form = await workbench.webview('[data-action="send"]');
    const mend = form.locator('[data-action="mend"]').filter({ hasText: 'Write {{contract}}' }).first();
    await mend.press('Enter');
    await mend.waitFor({ state: 'detached' });
    await until('the saved file to name it', async () => {
      await workbench.runCommand('File: Save');
      return readFileSync(join(workbench.folder, 'open.esign.json'), 'utf8').includes('"{{contract}}"') || undefined;
    });
  });

  it('say beside their field what they stand for', async () => {
    const form = await workbench.webview('[data-action="send"]');
    await form.locator('.field-notes').getByText('{{contract}} is d-4711').waitFor();
  });

  it('are completed in a field by keyboard, where {{ is typed', async () => {
    const form = await workbench.webview('[data-action="send"]');
    const field = form.locator('[data-pointer^="/path/"] input').first();
    await field.fill('');
    await field.pressSequentially('{{con');
    const option = form.getByRole('option', { name: 'contract', exact: false });
    await option.waitFor();
    await field.press('ArrowDown');
    await field.press('Enter');
    await option.waitFor({ state: 'detached' });
    assert.equal(await field.inputValue(), '{{contract}}');
    await form.locator('.field-notes').getByText('{{contract}} is d-4711').waitFor();
  });

  it('are added to the file of the folder from the problem of one that nobody has', async () => {
    const form = await workbench.webview('[data-action="send"]');
    const field = form.locator('[data-pointer^="/path/"] input').first();
    await field.fill('{{newcomer}}');
    await form.locator('[data-action="addVariable"]').first().press('Enter');
    await workbench.quickInput.answer('What {{newcomer}} stands for', 'd-0815');
    await form.locator('.field-notes').getByText('{{newcomer}} is d-0815').waitFor();
    const file = JSON.parse(readFileSync(join(workbench.folder, 'esign.env.json'), 'utf8'));
    assert.deepEqual(file, { emulator: { contract: 'd-4711' }, newcomer: 'd-0815' });
    await field.fill('{{contract}}');
    await form.locator('.field-notes').getByText('{{contract}} is d-4711').waitFor();
  });

  it('are told in the text, where one points at them', async () => {
    const form = await workbench.webview('[data-action="send"]');
    await form.locator('[data-action="openAsText"]').click();
    const place = workbench.page.locator('.monaco-editor .view-lines').getByText('contract').last();
    await until('the value', async (patience) => {
      await place.hover({ timeout: patience });
      const shown = workbench.page.locator('.monaco-hover').getByText('d-4711').first();
      return (await shown.isVisible()) || undefined;
    });
  });
}

/** The first call of each provider that has one value in its path. */
async function operationsWithId(): Promise<readonly Operation[]> {
  const all = await Promise.all(providers.map(({ load }) => load()));
  return all.flatMap(({ operations }: { readonly operations: readonly Operation[] }) => {
    const isMeant = ({ request }: Operation) => Object.keys(request.path?.shape ?? {}).length === 1;
    return operations.find(isMeant) ?? [];
  });
}
