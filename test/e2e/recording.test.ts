import * as assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import { firstProvider } from './harness/firstProvider';
import { until } from './harness/until';
import { Workbench } from './harness/workbench';
import { type Journey, readJourney } from './journey';
import { Traveller } from './traveller';

/* A journey that is recorded while a person goes it, and the recording that runs as it stands. */

describe('A recorded journey', () => {
  let workbench: Workbench;
  let traveller: Traveller;
  let journey: Journey;

  before(async () => {
    const provider = await firstProvider();
    const found = readJourney(provider.id);
    assert.ok(found);
    journey = found;
    workbench = await Workbench.open();
    traveller = new Traveller(workbench, provider, journey);
    await workbench.openView('E-Sign');
  });

  after(() => workbench?.close());

  const recording = (steps: RegExp): Locator =>
    workbench.page.locator('.statusbar').getByText(new RegExp(`Recording: ${steps.source}$`));
  const row = (file: string): Locator =>
    workbench.page.locator('.test-explorer .monaco-list-row').filter({ hasText: file });
  const passed = (file: string): Locator => row(file).locator('.codicon-testing-passed-icon');

  it('counts in the status bar what is sent and signed', async () => {
    await workbench.runCommand('E-Sign: Record Scenario');
    await recording(/0 steps/).waitFor();
    await traveller.openForm();
    await traveller.enterInvalidValue();
    await traveller.correct(journey.invalid.pointer);
    await traveller.send();
    await recording(new RegExp(`${1 + journey.steps.length} steps?`)).waitFor();
    await traveller.sign();
    await recording(new RegExp(`${1 + journey.steps.length + journey.sign.length} steps`)).waitFor();
  });

  it('opens as a scenario, which nobody has saved yet', async () => {
    await workbench.runCommand('E-Sign: Stop Recording Scenario');
    await workbench.tab('Recorded.arazzo.yaml').waitFor();
    await recording(/.*/).waitFor({ state: 'hidden' });
    await workbench.page.locator('.monaco-editor .view-lines').getByText('Recorded from the history').waitFor();
  });

  it('runs from the Testing view as it stands', async () => {
    await workbench.openView('Testing');
    await row('Recorded').first().waitFor();
    await workbench.runCommand('Test: Run All Tests');
    await passed('Recorded').first().waitFor();
  });

  it('can be made of a run in the history as well, which runs, too', async () => {
    await workbench.openView('E-Sign');
    await workbench.foldView('Providers');
    await workbench.tree('History').item('Today', 'recorded').menu('Save as Scenario…');
    await workbench.tab('Recorded 2.arazzo.yaml').waitFor();
    await workbench.openView('Testing');
    // All that are known are run.
    await row('Recorded 2').first().waitFor();
    await workbench.runCommand('Test: Run All Tests');
    await until('both to have passed', async () => ((await passed('Recorded').count()) >= 2 ? true : undefined));
  });
});
