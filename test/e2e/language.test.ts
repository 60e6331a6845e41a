import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { firstProvider } from './harness/firstProvider';
import { Workbench } from './harness/workbench';

/* The editor speaks the language of a person. What an API calls its things stays as the API writes it. */

const language = 'de';
const manifestTexts = readTexts(`package.nls.${language}.json`);
const texts = readTexts(`media/l10n/bundle.l10n.${language}.json`);

describe('In another language', () => {
  let workbench: Workbench;

  before(async () => {
    workbench = await Workbench.open({ language });
    await workbench.openView('E-Sign');
  });

  after(() => workbench?.close());

  it('views have their names', async () => {
    await workbench.page
      .locator('.sidebar .pane-header')
      .filter({ hasText: manifestTexts('Providers') })
      .waitFor();
  });

  it('commands are found by their titles', async () => {
    await workbench.runCommand(`E-Sign: ${manifestTexts('New Request…')}`);
    await workbench.quickInput.cancel();
  });

  it('a page says its texts, and which language they are in', async () => {
    await workbench.runCommand(`E-Sign: ${manifestTexts('New Request…')}`);
    const { operations } = await firstProvider();
    const operation = operations.find(({ request }) => request.body !== undefined) ?? operations[0];
    assert.ok(operation);
    await workbench.quickInput.choose(operation.title, operation.path);
    const form = await workbench.webview('[data-action="send"]');
    assert.equal((await form.locator('[data-action="send"]').innerText()).trim(), texts('Send'));
    assert.equal(await form.locator('html').getAttribute('lang'), language);
  });
});

function readTexts(file: string): (english: string) => string {
  const all = JSON.parse(readFileSync(file, 'utf8')) as Readonly<Record<string, string>>;
  return (english) => {
    const text = all[english];
    assert.ok(text !== undefined && text !== english, `"${english}" is not translated`);
    return text;
  };
}
