import * as assert from 'node:assert/strict';
import type { FrameLocator } from 'playwright-core';
import { ProviderRegistry } from '../../src/core/registry';
import { type TranslatedRequest, translateRequest } from '../../src/core/translation/translateRequest';
import type { Translation } from '../../src/core/translation/translation';
import { providers } from '../../src/providers';
import { untilFocusIn } from './harness/untilFocusIn';
import { Workbench } from './harness/workbench';

/* A request of one provider opens as one of another, and the form says what was left out. */

describe('A request as one of another provider', () => {
  const registry = new ProviderRegistry(providers);
  let workbench: Workbench;
  let translation: Translation;
  let translated: TranslatedRequest;

  before(async () => {
    const [first] = registry.translations;
    assert.ok(first, 'no provider translates anything');
    translation = first;
    const source = await registry.operation(translation.from);
    const example = source?.operation.examples.at(-1);
    assert.ok(source && example);
    const { path, query, body } = example;
    const request = {
      operation: translation.from,
      connection: 'emulator',
      ...(path && { path }),
      ...(query && { query }),
      ...(body !== undefined && { body }),
    };
    translated = await translateRequest(registry, translation, request, () => []);
    workbench = await Workbench.open({ files: { 'form.esign.json': request, 'text.esign.json': request } });
  });

  after(() => workbench?.close());

  /** The form of the new request. */
  const made = (): Promise<FrameLocator> => workbench.webview('.origin-note');

  it('opens beside it by the action of its form, and says what became of the values', async () => {
    await workbench.openFile('form.esign.json');
    const form = await workbench.webview('[data-action="translate"]');
    await form.locator('[data-action="translate"]').getByText(translation.title, { exact: true }).click();
    const shown = await made();
    await shown.getByRole('heading', { level: 1, name: translated.to.operation.title }).waitFor();
    await form.locator('[data-action="translate"]').waitFor();
    const note = shown.locator('.origin-note');
    const { report, from } = translated;
    await note.getByText(`Made of “${from.operation.title} (${from.provider.title})”`).waitFor();
    for (const { why } of [...report.leftOut, ...report.needed]) await note.getByText(why).first().waitFor();
    await workbench.tab(`${translated.to.operation.title}.esign.json`).waitFor();
  });

  it('leads to what is to be filled in', async () => {
    const [needed] = translated.report.needed;
    assert.ok(needed);
    const shown = await made();
    await shown.locator(`.origin-note [title="${needed.to}"]`).click();
    await untilFocusIn('the field', shown.locator(`[data-pointer="${needed.to}"]`));
  });

  it('says it again after the text was looked at, until that is dismissed', async () => {
    await workbench.runCommand('E-Sign: Open as Text');
    await workbench.page.locator('.monaco-editor[role="code"]').getByText(translation.to).first().waitFor();
    await workbench.runCommand('E-Sign: Open as Form');
    const shown = await made();
    await shown.locator('[data-action="dismissOrigin"]').press('Enter');
    await shown.locator('.origin-note').waitFor({ state: 'detached' });
  });

  it('opens by a command, from the text as well', async () => {
    await workbench.openFile('text.esign.json');
    await workbench.runCommand('E-Sign: Open as Text');
    await workbench.page.locator('.monaco-editor[role="code"]').getByText(translation.from).first().waitFor();
    await workbench.runCommand('E-Sign: Open as Request of Another Provider…');
    const shown = await made();
    await shown.getByRole('heading', { level: 1, name: translated.to.operation.title }).waitFor();
  });
});
