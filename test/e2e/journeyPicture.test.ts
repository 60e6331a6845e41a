import * as assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FrameLocator } from 'playwright-core';
import { describeTemplate } from '../../src/core/scenarios/document/describeTemplate';
import { temporaryFolder } from '../host/lifetime.mjs';
import { clickOn } from './harness/clickOn';
import type { Theme } from './harness/themes';
import { untilEqual } from './harness/until';
import { Workbench } from './harness/workbench';

/* A new scenario from a template, and its picture: the plan, the run, and the way to a step and its reply. */

interface Template {
  readonly file: string;
  readonly title: string;
  readonly steps: readonly string[];
}

/** One in which recipients act. */
function template(): Template {
  const folder = 'dist/scenarios';
  const found = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.arazzo.yaml'))
    .toSorted()
    .flatMap((name) => {
      const text = readFileSync(join(folder, name), 'utf8');
      const described = describeTemplate(text, name);
      const steps = [...text.matchAll(/stepId: (\S+)/g)].map(([, stepId = '']) => stepId);
      return described && text.includes('action: finish') ? [{ file: name, title: described.title, steps }] : [];
    });
  const [first] = found;
  assert.ok(first, 'no template signs');
  return { ...first, file: first.file.slice(first.file.lastIndexOf('/') + 1) };
}

describe('The picture of a journey', () => {
  const { file, title, steps } = template();
  const pictures = process.env['ESIGN_PICTURES'] ?? temporaryFolder('pictures');
  let workbench: Workbench;
  let journey: FrameLocator;

  before(async () => {
    workbench = await Workbench.open();
  });

  after(() => workbench?.close());

  const shot = async (name: string): Promise<void> => {
    for (const theme of ['light', 'dark'] satisfies readonly Theme[]) {
      await workbench.setTheme(theme);
      await workbench.screenshot(join(pictures, `${name}-${theme}.png`));
    }
  };
  /** Each of them once. */
  const statuses = (): Promise<(string | null)[]> =>
    journey
      .locator('[data-step]')
      .evaluateAll((rows) => [...new Set(rows.map((row) => row.getAttribute('data-status')))]);

  it('is offered with a new scenario, which starts from one that comes along', async () => {
    // Without a scenario in the folder nothing of the extension runs before its view is opened.
    await workbench.openView('E-Sign');
    await workbench.openView('Testing');
    await clickOn('New Scenario', workbench.page.getByRole('button', { name: 'New Scenario' }).first());
    await workbench.quickInput.choose(title, title);
    await workbench.tab(file).waitFor();
    // Unsaved, it is named as it will be saved.
    const labels = workbench.page.locator('.test-explorer .monaco-list-row .label');
    await labels.filter({ hasText: file }).first().waitFor();
  });

  it('shows what will be done before anything runs', async () => {
    await workbench.page.locator('.codelens-decoration a').filter({ hasText: 'Show Journey' }).first().click();
    journey = await workbench.webview('main[data-state="journey"]');
    const rows = journey.locator('[data-step]');
    await untilEqual<readonly string[]>(
      () => rows.evaluateAll((all) => all.map((row) => row.getAttribute('data-step') ?? '')),
      steps,
    );
    await untilEqual(statuses, ['planned']);
    await shot('journey-plan');
  });

  it('follows the run that is started from it, and stays', async () => {
    await journey.locator('[data-action="run"]').click();
    await untilEqual(statuses, ['passed']);
    await journey.getByRole('columnheader').filter({ hasText: '@' }).first().waitFor();
    await shot('journey-run');
  });

  it('leads to the line of a step, and to its reply', async () => {
    const last = steps.at(-1) ?? '';
    await journey.locator(`[data-step="${last}"] [data-action="revealStep"]`).click();
    const line = workbench.page
      .locator('.monaco-editor.focused .view-line')
      .filter({ hasText: `stepId:\u00a0${last}` });
    await line.first().waitFor();
    await journey.locator(`[data-step="${last}"] [data-action="openReply"]`).click();
    const reply = await workbench.webview('main[data-state="replied"]');
    await reply.locator('.status-line').waitFor();
  });
});
