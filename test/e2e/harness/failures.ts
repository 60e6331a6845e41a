import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { windowTimeout } from '../../host/editor/workbenchPage.mjs';
import { toolsFolder } from '../../host/paths.mjs';

/** Windows that are open now; a failed test saves what each of them shows. */
export const openPages = new Set<Page>();

export async function saveFailure(titlePath: readonly string[]): Promise<void> {
  const folder = join(toolsFolder, 'failures');
  mkdirSync(folder, { recursive: true });
  let number = 0;
  for (const page of openPages) {
    const name = [...titlePath, ...(number++ ? [String(number)] : [])].join(' ').replace(/[^\w]+/g, '-');
    const file = join(folder, name.slice(0, 120));
    writeFileSync(`${file}.txt`, await textOfFrames(page));
    // A hook that fails ends the whole run: what cannot be pictured is only said.
    await page.screenshot({ path: `${file}.png`, timeout: windowTimeout }).then(
      () => console.info(`      see ${file}.png`),
      (error: unknown) => console.info(`      see ${file}.txt; there is no picture: ${String(error)}`),
    );
  }
}

async function textOfFrames(page: Page): Promise<string> {
  const texts = page.frames().map(async (frame) => {
    const text = await frame
      .locator('body')
      .innerText({ timeout: 2_000 })
      .catch((error: unknown) => `not readable: ${String(error)}`);
    return `--- ${frame.name() || frame.url()}\n${text.trim()}\n`;
  });
  return (await Promise.all(texts)).join('\n');
}
