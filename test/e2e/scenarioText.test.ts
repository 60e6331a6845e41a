import * as assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { callWithoutValues } from '../unit/fixtures/callWithoutValues';
import { clickInto } from './harness/clickOn';
import { firstProvider } from './harness/firstProvider';
import { becomes, inTime } from './harness/inTime';
import { takeQuickFix } from './harness/quickFix';
import { until, untilEqual } from './harness/until';
import { Workbench } from './harness/workbench';

/* A scenario as text: a step is written with completion, and what is wrong with another one is marked and mended. */

describe('A scenario in the text editor', () => {
  let workbench: Workbench;
  let name: string;

  before(async () => {
    const provider = await firstProvider();
    const operation = callWithoutValues(provider.operations);
    assert.ok(operation, 'no operation fits');
    name = operation.id.slice(provider.id.length + 1);
    workbench = await Workbench.open({
      settings: { 'editor.minimap.enabled': false },
      files: {
        'journey.arazzo.yaml': `arazzo: 1.0.1
info: { title: A journey, version: 1.0.0 }
sourceDescriptions:
  - { name: api, url: esign:${provider.id} }
workflows:
  - workflowId: journey
    summary: Reads twice.
    steps:
      - stepId: first
        operationId: ${name}x
        successCriteria:
          - condition: $statusCode == 200
`,
      },
    });
    await workbench.openFile('journey.arazzo.yaml');
  });

  after(() => workbench?.close());

  const savedLines = (): readonly string[] => {
    const text = readFileSync(join(workbench.folder, 'journey.arazzo.yaml'), 'utf8');
    return text.split('\n').flatMap((line) => line.trim() || []);
  };

  const suggestion = (label: string) =>
    workbench.page.locator('.suggest-widget.visible .monaco-list-row').filter({ hasText: label }).first();

  /** Types a word, waits until what is meant is offered, and takes it. */
  async function complete(typed: string, label: string): Promise<void> {
    const { keyboard } = workbench.page;
    await keyboard.type(typed);
    const row = suggestion(label);
    await until(`the suggestion ${label}`, async (patience) => {
      if (!(await row.isVisible())) await keyboard.press('Control+Space');
      // The press takes it, and nobody hears of a release.
      if (!(await inTime(row.click({ timeout: patience })))) return undefined;
      return (await becomes(row, 'hidden', patience)) || undefined;
    });
  }

  const line = (text: string | RegExp) => workbench.page.locator('.view-line').filter({ hasText: text }).first();

  it('has a step written with completion', async () => {
    const { keyboard } = workbench.page;
    await clickInto(line('condition'));
    await keyboard.press('Control+End');
    await keyboard.type('      - ');
    await complete('step', 'stepId');
    await keyboard.press('Escape');
    // The editor begins the next line below the mark of the step.
    await keyboard.type('second\n');
    await complete('operationI', 'operationId');
    await complete(name.slice(0, 3), name);
    await keyboard.type('\n');
    await complete('successC', 'successCriteria');
    await complete('cond', 'condition');
    await complete('$stat', '$statusCode');
    await keyboard.type(' == ');
    await complete('2', '200');
    await workbench.runCommand('File: Save');
    const second = ['- stepId: second', `operationId: ${name}`, 'successCriteria:', '- condition: $statusCode == 200'];
    await untilEqual(async () => savedLines().slice(-second.length), second);
  });

  it('marks an operation that is not there, and mends it', async () => {
    await workbench.page.locator('.squiggly-error').first().waitFor();
    await takeQuickFix(workbench.page, line(`operationId: ${name}x`), `Write "${name}"`);
    await workbench.page.locator('.squiggly-error').first().waitFor({ state: 'detached' });
  });

  it('shows each of its steps with what can be done with it', async () => {
    const lenses = workbench.page.locator('.codelens-decoration').filter({ hasText: 'Run' });
    await until('a lens for the workflow and both steps', async () =>
      (await lenses.count()) === 3 ? true : undefined,
    );
  });
});
