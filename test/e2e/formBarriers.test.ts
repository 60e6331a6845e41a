import * as assert from 'node:assert/strict';
import { seesNoBarrier } from './harness/axe';
import { listForms, requestWith, textKeyOf } from './harness/listForms';
import { formOf } from './harness/panels';
import { type Theme, themes } from './harness/themes';
import { Workbench } from './harness/workbench';

/* What axe finds in the form, of what a machine can find. */

describe('Nothing stands in the way in', () => {
  let workbench: Workbench;

  before(async () => {
    const forms = await listForms();
    assert.ok(forms.length >= 2, 'there are no two providers with a list of objects');
    const files = forms.slice(0, 2).map((form, index) => {
      const items = ['Ann', 'Ben'].map((name) => ({ [textKeyOf(form)]: name }));
      return [`form${index}.esign.json`, requestWith(form, items)] as const;
    });
    workbench = await Workbench.open({ files: Object.fromEntries(files) });
    for (const [file] of files) await workbench.openFile(file);
  });

  after(() => workbench?.close());

  for (const theme of Object.keys(themes) as Theme[]) {
    it(`a form with a list, in ${themes[theme].label}`, async () => {
      await workbench.setTheme(theme);
      for (const file of ['form0.esign.json', 'form1.esign.json']) {
        await workbench.showTab(file);
        const form = await formOf(workbench);
        await form.locator('.card-open').first().waitFor();
        await seesNoBarrier(form);
      }
    });
  }
});
