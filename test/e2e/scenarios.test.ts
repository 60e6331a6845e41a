import * as assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { temporaryFolder } from '../host/lifetime.mjs';
import type { Theme } from './harness/themes';
import { until, untilEqual } from './harness/until';
import { Workbench } from './harness/workbench';

/* Scenarios in the Testing view: run, a criterion that does not hold, one step debugged, what was reached. */

const right = '$statusCode == 409';
const wrong = '$statusCode == 410';

/** A bundled scenario that expects a refusal. */
function bundled(): string {
  const folder = 'src/providers';
  const texts = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.arazzo.yaml'))
    .toSorted()
    .map((name) => readFileSync(join(folder, name), 'utf8'));
  const text = texts.find((one) => one.includes(right));
  assert.ok(text, `no bundled scenario expects ${right}`);
  return text;
}

describe('The Testing view', () => {
  const text = bundled();
  const workflowId = /workflowId: (\S+)/.exec(text)?.[1] ?? '';
  const failing = text.replace(right, wrong);
  const pictures = process.env['ESIGN_PICTURES'] ?? temporaryFolder('pictures');
  let workbench: Workbench;

  before(async () => {
    workbench = await Workbench.open({
      files: { 'right.arazzo.yaml': text, 'wrong.arazzo.yaml': failing },
    });
  });

  after(() => workbench?.close());

  const row = (name: string): Locator =>
    workbench.page.locator('.test-explorer .monaco-list-row').filter({ hasText: name });
  const file = (name: string, state: 'passed' | 'failed'): Locator =>
    row(name).locator(`.codicon-testing-${state}-icon`);
  const shot = async (name: string): Promise<void> => {
    for (const theme of ['light', 'dark'] satisfies readonly Theme[]) {
      await workbench.setTheme(theme);
      await workbench.screenshot(join(pictures, `${name}-${theme}.png`));
    }
  };

  it('lists the files and runs them', async () => {
    await workbench.openView('Testing');
    // All that are known are run: both files must have been found.
    for (const name of ['right.arazzo.yaml', 'wrong.arazzo.yaml']) await row(name).waitFor();
    await workbench.runCommand('Test: Run All Tests');
    await file('wrong.arazzo.yaml', 'failed').waitFor();
    await file('right.arazzo.yaml', 'passed').waitFor();
  });

  it('says which criterion did not hold, with what was found, and marks its step', async () => {
    await workbench.openFile('wrong.arazzo.yaml');
    const { page } = workbench;
    await page.getByText(`Expected ${wrong}, found 409`).first().waitFor();
    await page.locator('.monaco-editor .testing-run-glyph.codicon-testing-failed-icon').first().waitFor();
    await shot('testing-failure');
  });

  it('shows each step in the history under its run, with what came of it', async () => {
    await workbench.openView('E-Sign');
    const labels = async () => [...new Set(await workbench.tree('History').labels('Today'))];
    await untilEqual(labels, [workflowId]);
    const ends = async () => {
      const runs = (await workbench.tree('History').rows()).filter(({ label }) => label === workflowId);
      return runs.map(({ description }) => description.split(' · ')[0]).toSorted();
    };
    await untilEqual(ends, ['failed', 'passed']);
  });

  it('stops before each step, and lets what is sent be looked at', async () => {
    await workbench.openFile('right.arazzo.yaml');
    await workbench.runCommand('E-Sign: Debug Scenario');
    await workbench.page.locator('.debug-toolbar').waitFor();
    const item = (name: RegExp) => workbench.page.getByRole('treeitem', { name }).first();
    await item(/Scope Would Be Sent/)
      .and(workbench.page.locator('[aria-expanded="true"]'))
      .waitFor();
    await item(/^request, value (GET|POST|PUT|PATCH|DELETE) \//).waitFor();
    await workbench.page.locator('.debug-top-stack-frame-line, .debug-top-stack-frame-column').first().waitFor();
    await shot('debug-step');
    const frame = workbench.page.locator('.debug-call-stack .stack-frame .label').first();
    const first = await frame.innerText();
    await workbench.runCommand('Debug: Step Over');
    await until('the next step', async (patience) => {
      return (await frame.innerText({ timeout: patience })) !== first || undefined;
    });
    await workbench.runCommand('Debug: Continue');
    await workbench.page.locator('.debug-toolbar').waitFor({ state: 'hidden' });
  });

  it('says which operations and failures were reached', async () => {
    await workbench.openView('Testing');
    await workbench.runCommand('Test: Run All Tests with Coverage');
    await workbench.page.locator('.test-coverage-list-item').first().waitFor();
    await shot('coverage');
  });
});
