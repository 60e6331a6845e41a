import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
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
    await page.screenshot({ path: `${file}.png`, timeout: 10_000 });
    writeFileSync(`${file}.txt`, await textOfFrames(page));
    console.info(`      see ${file}.png`);
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
