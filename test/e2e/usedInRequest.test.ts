import * as assert from 'node:assert/strict';
import { initialValues } from '../../src/core/forms/initialValues';
import { fieldsReferringTo } from '../../src/core/offers/offerSource';
import { providers } from '../../src/providers';
import { until } from './harness/until';
import { Workbench } from './harness/workbench';

/* A document of the tree, by its menu into a form and by the mouse into a text. */

describe('A document of the tree', () => {
  for (const { id, title, load } of providers.filter(({ rung }) => rung === 'emulated').slice(0, 2)) {
    describe(id, () => {
      let workbench: Workbench;
      let path: readonly string[];
      let pointer: string;

      before(async () => {
        const { operations, resources } = await load();
        const [collection] = resources.collections;
        assert.ok(collection);
        const named = operations.flatMap((operation) => {
          const values = initialValues(operation);
          const [found] = fieldsReferringTo(operation, values, collection.id);
          return found === undefined ? [] : [{ operation, values, found }];
        });
        const [call] = named;
        assert.ok(call);
        pointer = call.found;
        const request = { operation: call.operation.id, connection: 'emulator', ...call.values };
        workbench = await Workbench.open({
          files: { 'form.esign.json': request, 'dropped.esign.json': request, 'text.esign.json': request },
          settings: { 'workbench.editorAssociations': { 'text.esign.json': 'default' } },
        });
        await workbench.openView('E-Sign');
        path = [title, 'Emulator', collection.title];
      });

      after(() => workbench?.close());

      it('goes by its menu where the form names one', async () => {
        await workbench.openFile('form.esign.json');
        const form = await workbench.webview('[data-action="send"]');
        const [name = ''] = await workbench.tree('Providers').labels(...path);
        await workbench
          .tree('Providers')
          .item(...path, name)
          .menu('Use in Open Request');
        const field = form.locator(`[data-pointer="${pointer}"] input`).first();
        await until('the id in the field', async () => ((await field.inputValue()) !== '' ? true : undefined));
      });

      it('is dropped onto a field of the form while Shift is held', async () => {
        await workbench.openFile('dropped.esign.json');
        const form = await workbench.webview('[data-action="send"]');
        const field = form.locator(`[data-pointer="${pointer}"] input`).first();
        await field.waitFor();
        assert.equal(await field.inputValue(), '');
        const [name = ''] = await workbench.tree('Providers').labels(...path);
        const row = workbench.page.locator('.monaco-list-row', { hasText: name }).first();
        await row.hover();
        const { mouse, keyboard } = workbench.page;
        await mouse.down();
        const place = (await field.boundingBox()) ?? assert.fail('the field is not on screen');
        await mouse.move(place.x - 60, place.y - 60, { steps: 4 });
        await keyboard.down('Shift');
        await mouse.move(place.x + 20, place.y + place.height / 2, { steps: 8 });
        await form.locator(`[data-pointer="${pointer}"].drop-here`).waitFor();
        await mouse.up();
        await keyboard.up('Shift');
        await until('the id in the field', async () => ((await field.inputValue()) !== '' ? true : undefined));
        assert.equal(await form.locator('.drop-here').count(), 0);
      });

      it('is dropped into a text, where its id belongs', async () => {
        await workbench.openFile('text.esign.json');
        const lines = workbench.page.locator('.editor-instance .view-lines').last();
        await lines.getByText('operation').waitFor();
        const [name = ''] = await workbench.tree('Providers').labels(...path);
        const row = workbench.page.locator('.monaco-list-row', { hasText: name }).first();
        await row.dragTo(lines.locator('.view-line').first());
        const key = pointer.split('/').at(-1) ?? '';
        await until('the id in the text', async () => {
          const text = (await lines.innerText()).replaceAll('\u00a0', ' ');
          return new RegExp(`"${key}": "[^"]+"`).test(text) || undefined;
        });
      });
    });
  }
});
