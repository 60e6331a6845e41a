import * as assert from 'node:assert/strict';
import type { Operation } from '../../src/core/operation';
import type { Provider } from '../../src/core/provider';
import { providers } from '../../src/providers';
import { until, untilEqual } from './harness/until';
import { Workbench } from './harness/workbench';

/* Dozens of calls of several APIs in one list: what a person knows of one has to find it. */

describe('New Request', () => {
  let workbench: Workbench;
  let provider: Provider;
  let operation: Operation;

  before(async () => {
    const entry = providers[1];
    assert.ok(entry);
    provider = await entry.load();
    const found = provider.operations.find(({ request }) => request.path !== undefined);
    assert.ok(found);
    operation = found;
    workbench = await Workbench.open();
  });

  after(() => workbench?.close());

  const rows = async (): Promise<string[]> =>
    workbench.quickInput.box.locator('.monaco-list-row').evaluateAll((all) => all.map((row) => row.textContent ?? ''));

  /** Opens the list and types; gives what is found. */
  async function find(typed: string): Promise<readonly string[]> {
    await workbench.runCommand('E-Sign: New Request…');
    const input = workbench.quickInput.box.locator('.quick-input-box input');
    await workbench.quickInput.box.getByText('Create').first().waitFor();
    await input.fill(typed);
    const found = await until(`rows for "${typed}"`, async () => {
      const all = await rows();
      return all.length > 0 && all.every((row) => row.toLowerCase().includes(typed.toLowerCase())) ? all : undefined;
    });
    await workbench.quickInput.cancel();
    return found;
  }

  it('finds the calls of an API by its name', async () => {
    const [name = ''] = provider.title.split(' ');
    const found = await find(name);
    assert.ok(found.every((row) => row.includes(provider.title)));
  });

  it('finds a call by words of its description', async () => {
    const words = operation.summary.split(' ').slice(0, 4).join(' ');
    const found = await find(words);
    assert.ok(found.some((row) => row.includes(operation.title)));
  });

  it('lists what was opened last first', async () => {
    await workbench.runCommand('E-Sign: New Request…');
    await workbench.quickInput.choose(operation.title, operation.path);
    await workbench.webview('[data-action="send"]');
    await workbench.runCommand('E-Sign: New Request…');
    await workbench.quickInput.box.getByText('Recently used').waitFor();
    await untilEqual(async () => (await rows())[0]?.includes(operation.title), true);
    await workbench.quickInput.cancel();
  });
});
