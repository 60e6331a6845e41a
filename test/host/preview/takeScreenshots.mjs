// Takes pictures of the panels: `node test/host/preview/takeScreenshots.mjs FOLDER [FILTER]`.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { launchBrowser } from '../editor/browser.mjs';
import { startPreview } from './previewServer.mjs';

const widths = { wide: 1000, narrow: 320 };
const samples = {
  form: [
    'new',
    'full',
    'errors',
    'pasted',
    'sending',
    'steps',
    'broken',
    'list-as-text',
    'aids',
    'evia-sign/add-signatory',
    'steps-nested',
    'notices',
    'translated',
    'signers-50',
    'link',
    'group',
    'upload',
    'taken',
    'rewritten',
    'unreadable',
    'almost',
    'unknown-operation',
    'conga-sign/add-role',
    'yousign/create-member',
    'yousign/create-procedure',
    'evia-sign/edit-recipient',
    'conga-sign/reorder-roles',
  ],
  reply: [
    'empty',
    'sending',
    'replied',
    'links',
    'steps-alike',
    'failed',
    'failed-200',
    'foreign',
    'in-spite-of',
    'held-back',
    'unsure',
    'departures',
    'history',
    'problem',
    'unsent',
    'no-body',
    'large',
    'body-kept',
    'body-lost',
    'body-pdf',
    'body-image',
    'body-binary',
    'body-page',
    'body-not-kept',
    'json',
    'numbers',
  ],
  setUp: ['new', 'wrong', 'passed', 'failed', 'running', 'edited', 'login'],
  event: [
    'proved',
    'flipped',
    'mistake',
    'no-secret',
    'no-header',
    'no-proof',
    'shared-key',
    'unknown-kind',
    'no-json',
    'empty-body',
    'large',
    'duplicate',
    'forwarded',
    'target-down',
    'gone',
  ],
  journey: ['empty', 'unreadable', 'planned', 'running', 'passed', 'failed', 'refused', 'nested', 'crowd'],
};
const themes = ['dark', 'light', 'hc-dark', 'hc-light'];

const [folder = 'screenshots', filter = ''] = process.argv.slice(2);
mkdirSync(folder, { recursive: true });
const preview = await startPreview();
const browser = await launchBrowser();
try {
  for (const shot of allShots().filter(({ name }) => new RegExp(filter).test(name))) await take(shot);
} finally {
  await browser.close();
  preview.close();
}

function allShots() {
  return Object.entries(samples).flatMap(([page, names]) =>
    names.flatMap((sample) =>
      themes.flatMap((theme) =>
        Object.entries(widths).map(([size, width]) => ({
          name: `${page}-${sample.replace('/', '_')}-${theme}-${size}`,
          address: `${preview.url}/${page}?sample=${sample}&theme=${theme}`,
          width,
          ask: sample === 'errors' || sample === 'pasted',
          whole: !['errors', 'large', 'numbers'].includes(sample),
        })),
      ),
    ),
  );
}

/** @param {{ name: string, address: string, width: number, ask: boolean, whole: boolean }} shot */
async function take({ name, address, width, ask, whole }) {
  const page = await browser.newPage({ viewport: { width, height: 900 } });
  page.on('pageerror', (error) => console.error(`${name}: ${error.stack}`));
  page.on('console', (message) => message.type() === 'error' && console.error(`${name}: ${message.text()}`));
  await page.goto(address);
  await page.waitForSelector('.page > *');
  if (ask) await page.click('[data-action="send"]');
  await page.waitForTimeout(ask ? 400 : 150);
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: whole });
  await page.close();
}
