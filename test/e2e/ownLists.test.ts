import { join } from 'node:path';
import { Workbench } from './harness/workbench';

const pictures = process.env['ESIGN_PICTURES'];

/* What the editor itself shows of the extension, without the Marketplace, which not everybody reaches. */

describe('Of the extension itself', () => {
  let workbench: Workbench;

  before(async () => {
    workbench = await Workbench.open();
  });

  after(() => workbench.close());

  const shot = async (name: string): Promise<void> => {
    if (pictures === undefined) return;
    for (const theme of ['light', 'highContrast', 'dark'] as const) {
      await workbench.setTheme(theme);
      await workbench.screenshot(join(pictures, `${name}-${theme}.png`));
    }
  };

  it('shows what is new', async () => {
    await workbench.runCommand("E-Sign: What's New");
    const page = await workbench.webview('h1');
    await page.getByRole('heading', { level: 1, name: 'Changelog' }).waitFor();
    await shot('news');
  });

  it('lists its keys', async () => {
    await workbench.runCommand('E-Sign: Keyboard Shortcuts of E-Sign Workbench');
    await workbench.page
      .locator('.keybindings-editor')
      .getByText('E-Sign: Send Request', { exact: true })
      .first()
      .waitFor();
    await shot('keys');
  });
});
