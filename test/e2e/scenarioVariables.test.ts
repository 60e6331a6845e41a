import * as assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import type { Operation } from '../../src/core/operation';
import { providers } from '../../src/providers';
import { takeQuickFix } from './harness/quickFix';
import { until } from './harness/until';
import { Workbench } from './harness/workbench';

/* What scenarios are given by the file of variables of the folder, as requests are. */

interface Told {
  readonly file: string;
  readonly text: string;
  readonly value: string;
}

/** Of each API a call that its emulator answers as it starts, with an input in the place of what its path names. */
async function scenarios(): Promise<readonly Told[]> {
  const all = await Promise.all(providers.map(({ load }) => load()));
  return all.flatMap(({ id, rung, operations }) => {
    const called = rung === 'emulated' ? operations.find(isReadByOneName) : undefined;
    const [name = ''] = Object.keys(called?.request.path?.shape ?? {});
    const value = called?.examples[0]?.path?.[name];
    if (called === undefined || typeof value !== 'string') return [];
    return [{ file: `${id}.arazzo.yaml`, value, text: scenarioOf(id, called, name) }];
  });
}

function isReadByOneName({ method, request, examples: [example] }: Operation): boolean {
  return method === 'GET' && Object.keys(request.path?.shape ?? {}).length === 1 && example?.query === undefined;
}

function scenarioOf(provider: string, { id }: Operation, name: string): string {
  return `arazzo: 1.0.1
info: {title: Read, version: '1'}
sourceDescriptions:
  - {name: api, url: 'esign:${provider}'}
workflows:
  - workflowId: read-${provider}
    inputs: {type: object, required: [what], properties: {what: {type: string}}}
    steps:
      - stepId: get
        operationId: ${id.slice(provider.length + 1)}
        parameters:
          - {name: ${name}, in: path, value: $inputs.what}
        successCriteria: [{condition: $statusCode == 200}]
`;
}

describe('Variables of the folder, in scenarios', () => {
  let workbench: Workbench;
  let told: Told;
  let other: Told;

  before(async () => {
    const [first, second] = await scenarios();
    assert.ok(first && second, 'two APIs whose emulators read something by one name');
    [told, other] = [first, second];
    workbench = await Workbench.open({
      files: {
        'esign.env.json': JSON.stringify({ emulator: { what: told.value } }),
        [told.file]: told.text,
        [other.file]: other.text.replaceAll('what', 'thing').replace('$inputs.thing', '"{{thing}}"'),
      },
    });
  });

  after(() => workbench?.close());

  const row = (name: string): Locator =>
    workbench.page.locator('.test-explorer .monaco-list-row').filter({ hasText: name });

  const passed = (file: string): Locator => row(file).locator('.codicon-testing-passed-icon');
  const question = (): Locator => workbench.page.locator('.quick-input-widget').getByText(/needs the input/);

  async function run(file: string): Promise<void> {
    await row(file).click();
    await row(file).hover();
    await row(file).getByRole('button', { name: 'Run Test', exact: true }).click();
  }

  it('are the inputs that nobody else gives: nothing is asked', async () => {
    await workbench.openView('Testing');
    await run(told.file);
    await passed(told.file).waitFor();
  });

  it('are names of requests, and made inputs by a mend', async () => {
    await workbench.openFile(other.file);
    const place = workbench.page.locator('.monaco-editor .view-lines').getByText('{{thing}}').last();
    await takeQuickFix(workbench.page, place, 'Write "$inputs.thing"');
    await until('the saved file to name the input', async () => {
      await workbench.runCommand('File: Save');
      return readFileSync(join(workbench.folder, other.file), 'utf8').includes('value: $inputs.thing') || undefined;
    });
  });

  it('are asked for where nobody has them, and known once the file has them', async () => {
    await run(other.file);
    await question().waitFor();
    await workbench.page.keyboard.press('Escape');
    writeFileSync(join(workbench.folder, 'esign.env.json'), JSON.stringify({ thing: other.value }));
    await until('the run to pass', async () => {
      await question().waitFor({ state: 'hidden' });
      await run(other.file);
      await passed(other.file).or(question()).first().waitFor();
      if (await passed(other.file).isVisible()) return true;
      // The editor has not heard of the file yet.
      await workbench.page.keyboard.press('Escape');
      return undefined;
    });
  });
});
