import * as assert from 'node:assert/strict';
import type { FrameLocator, Locator } from 'playwright-core';
import { type ListForm, listForms, requestWith, textKeyOf } from './harness/listForms';
import { formOf } from './harness/panels';
import { storedState } from './harness/storedState';
import { until, untilEqual } from './harness/until';
import { Workbench } from './harness/workbench';

/* Pages are thrown away while they are hidden: what is seen again must stand as it was left. */

describe('A form that was left', () => {
  const file = 'many.esign.json';
  let workbench: Workbench;
  let form: ListForm;

  before(async () => {
    const [first] = await listForms();
    assert.ok(first, 'no operation has a list of objects');
    form = first;
    const people = Array.from({ length: 60 }, (_, index) => ({ [textKeyOf(form)]: `person ${index}` }));
    workbench = await Workbench.open({
      files: { [file]: requestWith(form, people), 'other.txt': 'other', 'empty.esign.json': requestWith(form, [{}]) },
    });
  });

  after(() => workbench?.close());

  const focused = (page: FrameLocator): Locator => page.locator(':focus').first();

  async function away(): Promise<void> {
    await workbench.openFile('other.txt');
    await workbench.page.locator('.monaco-editor[role="code"]').getByText('other').first().waitFor();
  }

  it('begins at its first empty field, when it is opened', async () => {
    await workbench.openFile('empty.esign.json');
    const page = await formOf(workbench);
    await until('the focus in an empty field', async () => {
      const on = focused(page);
      if ((await on.count()) === 0) return undefined;
      return (
        (await on.evaluate((one) => 'value' in one && one.value === '' && one.closest('.form-body') !== null)) ||
        undefined
      );
    });
    await workbench.page.keyboard.type('typed at once');
    await until('the text in it', async () => {
      const value = await focused(page).evaluate((one) => ('value' in one ? String(one.value) : ''));
      return value === 'typed at once' || undefined;
    });
    await workbench.runCommand('File: Revert File');
  });

  it('shows the same place, the same cards and the same cursor after another tab was in front', async () => {
    await workbench.openFile(file);
    const page = await formOf(workbench);
    const cards = page.locator(`[data-pointer="${form.pointer}"] .card`);
    await cards.first().waitFor();
    // A form moves when it begins: whoever clicks before that hits something else.
    await until('the form to begin', async () => (await focused(page).count()) > 0 || undefined);
    await cards.nth(40).locator('[data-action="toggle"]').first().click();
    const input = cards.nth(40).locator('.card-body').locator('input, textarea').first();
    await input.click();
    await input.evaluate((one) => (one as HTMLInputElement).setSelectionRange(2, 4));
    await workbench.page.keyboard.press('Shift+ArrowRight');
    const before = await look(page);
    assert.ok(before.scroll > 500, `scrolled to ${before.scroll}`);
    assert.ok(before.open.includes(40), before.open.join());
    await away();
    await workbench.showTab(file);
    const again = await formOf(workbench);
    await untilEqual(async () => (await look(again)).open.join(), before.open.join());
    await untilEqual(async () => Math.abs((await look(again)).scroll - before.scroll) < 40, true);
    await untilEqual(async () => (await look(again)).focus, before.focus);
  });

  it('does so after the window was loaded again', async () => {
    const before = await look(await formOf(workbench));
    // In a browser the window writes how its pages were left every few seconds.
    await until('the place to be stored', async () => {
      return /[^ \w]scroll\W+[1-9]\d{2}/.test(await storedState(workbench.page)) || undefined;
    });
    await workbench.reload();
    await workbench.showTab(file);
    const again = await formOf(workbench);
    await untilEqual(async () => (await look(again)).open.join(), before.open.join());
    await untilEqual(async () => Math.abs((await look(again)).scroll - before.scroll) < 40, true);
  });

  it('shows its end when it was left there', async () => {
    const page = await formOf(workbench);
    await page.locator('[data-action="send"]').focus();
    await workbench.page.keyboard.press('End');
    const end = await until('the end of the form', () => endOf(page));
    await away();
    await workbench.showTab(file);
    const again = await formOf(workbench);
    await untilEqual(async () => Math.abs((await look(again)).scroll - end) < 40, true);
  });

  it('has the focus on the same button again', async () => {
    const page = await formOf(workbench);
    const button = `[data-pointer="${form.pointer}/30"] [data-action="toggle"]`;
    await page.locator(button).first().focus();
    await away();
    await workbench.showTab(file);
    const again = await formOf(workbench);
    await untilEqual(
      () =>
        again
          .locator(button)
          .first()
          .evaluate((one) => one === document.activeElement),
      true,
    );
  });

  it('has what was typed and where it was scrolled right before a key led away', async () => {
    const page = await formOf(workbench);
    const input = page.locator(`[data-pointer="${form.pointer}/40"] .card-body`).locator('input, textarea').first();
    await input.click();
    await workbench.page.keyboard.press('End');
    await page.locator('main').evaluate(() => window.scrollTo(0, 900));
    await workbench.page.keyboard.type(' and more');
    await workbench.page.keyboard.press('Control+PageDown');
    await workbench.page.locator('.monaco-editor[role="code"]').getByText('other').first().waitFor();
    await workbench.showTab(file);
    const again = await formOf(workbench);
    const value = again.locator(`[data-pointer="${form.pointer}/40"] .card-body`).locator('input, textarea').first();
    await untilEqual(() => value.inputValue(), 'person 40 and more');
  });

  it('shows a list as the table that it was made, with what was written in a cell right before a key led away', async () => {
    const page = await formOf(workbench);
    await page.locator(`[data-pointer="${form.pointer}"] [data-action="toggleTable"]`).first().click();
    await page.getByRole('searchbox').last().fill('person 1');
    const cells = (of: FrameLocator) => of.getByRole('grid').locator('td[data-row]').filter({ hasText: 'person 12' });
    await cells(page).first().click();
    await workbench.page.keyboard.press('F2');
    await workbench.page.keyboard.press('End');
    await workbench.page.keyboard.type(' in a cell');
    await workbench.page.keyboard.press('Control+PageDown');
    await workbench.page.locator('.monaco-editor[role="code"]').getByText('other').first().waitFor();
    await workbench.showTab(file);
    const again = await formOf(workbench);
    await cells(again).filter({ hasText: 'person 12 in a cell' }).first().waitFor();
    assert.equal(await again.getByRole('searchbox').last().inputValue(), 'person 1');
    await again.locator(`[data-pointer="${form.pointer}"] [data-action="toggleTable"]`).first().click();
  });

  it('hands the focus to the neighbour of a field that is removed, behind which its removing stands', async () => {
    const page = await formOf(workbench);
    const card = page.locator('.card-open').first();
    await card.locator('[data-action="moreFields"]').first().click();
    await card.locator('[data-field]').first().click();
    await until('the focus in what was added', async () => (await focused(page).count()) > 0 || undefined);
    const pointer = await focused(page).evaluate((one) => one.closest('[data-pointer]')?.getAttribute('data-pointer'));
    const field = page.locator(`[data-pointer="${pointer}"]`);
    const remove = field.locator('[data-action="removeField"]');
    await remove.waitFor();
    const comesAfter = await field.evaluate((one) => {
      const control = one.querySelector('[data-control]');
      const button = one.querySelector('[data-action="removeField"]');
      return control !== null && button !== null && (control.compareDocumentPosition(button) & 4) === 4;
    });
    assert.equal(comesAfter, true);
    await remove.press('Enter');
    await page.locator(`[data-pointer="${pointer}"]`).waitFor({ state: 'detached' });
    await until('the focus in its neighbour', async () => {
      const on = focused(page);
      if ((await on.count()) === 0) return undefined;
      const near = await on.evaluate((one) => one.closest('[data-pointer]')?.getAttribute('data-pointer') ?? '');
      return near !== pointer && near.startsWith(pointer?.replace(/\/[^/]*$/, '') ?? '-') ? true : undefined;
    });
  });
});

/** Where it is scrolled to, once that is its end. */
async function endOf(page: FrameLocator): Promise<number | undefined> {
  return page.locator('main').evaluate(() => {
    const isEnd = window.scrollY > 500 && window.scrollY >= document.body.scrollHeight - window.innerHeight - 2;
    return isEnd ? window.scrollY : undefined;
  });
}

/** What a person sees of where a form stands. */
async function look(page: FrameLocator): Promise<{ scroll: number; open: readonly number[]; focus: string }> {
  return page.locator('main').evaluate((main) => {
    const cards = [...main.querySelectorAll('.cards > .card')];
    const on = document.activeElement;
    const input = (on?.shadowRoot?.querySelector('input') ?? on) as Partial<HTMLInputElement> | null;
    const pointer = on?.closest('[data-pointer]')?.getAttribute('data-pointer') ?? '';
    return {
      scroll: window.scrollY,
      open: cards.flatMap((card, index) => (card.classList.contains('card-open') ? [index] : [])),
      focus: `${pointer} ${input?.selectionStart} ${input?.selectionEnd}`,
    };
  });
}
