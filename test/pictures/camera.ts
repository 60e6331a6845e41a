import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import type { Theme } from '../e2e/harness/themes';
import type { Workbench } from '../e2e/harness/workbench';
import { smallPng } from './smallPng';

const folder = join('media', 'screenshots');
/** The last one stays on between the pictures. */
const looks = { light: 'light', 'high-contrast': 'highContrast', dark: 'dark' } as const satisfies Record<
  string,
  Theme
>;

/** Of pictures that are downloaded with the extension. */
const fewColours = 16;
const packed = readFileSync('package.json', 'utf8');

/** Takes `media/screenshots/<name>-<look>.png`. */
export class Camera {
  readonly #workbench: Workbench;

  constructor(workbench: Workbench) {
    this.#workbench = workbench;
    mkdirSync(folder, { recursive: true });
  }

  /** A part of the window in each theme. */
  async inAllThemes(name: string, part: Locator): Promise<void> {
    for (const [look, theme] of Object.entries(looks)) {
      await this.#workbench.setTheme(theme);
      await take(this.#workbench.page, `${name}-${look}`, part);
    }
  }

  /** A page of the browser as systems with these preferences show it. */
  async inAllSchemes(name: string, page: Page): Promise<void> {
    await page.setViewportSize({ width: 1120, height: 720 });
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await take(page, `${name}-${colorScheme}`, page.locator('html'));
    }
    await page.emulateMedia({ forcedColors: 'active', colorScheme: 'dark' });
    await take(page, `${name}-high-contrast`, page.locator('html'));
  }
}

/** Without the pointer, whose hints would lie over what is shown. */
async function take(page: Page, name: string, part: Locator): Promise<void> {
  await page.mouse.move(0, 0);
  const colours = packed.includes(`/${name}.png"`) ? fewColours : undefined;
  writeFileSync(join(folder, `${name}.png`), smallPng(await part.screenshot({ animations: 'disabled' }), colours));
}
