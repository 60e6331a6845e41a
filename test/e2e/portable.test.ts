import * as assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readForeign } from '../../src/core/portable/importing/readForeign';
import { ProviderRegistry } from '../../src/core/registry';
import { providers } from '../../src/providers';
import { clickOn } from './harness/clickOn';
import { until } from './harness/until';
import { Workbench } from './harness/workbench';

/* What goes to other tools, and what comes from them. */

describe('Code, export and import', () => {
  let workbench: Workbench;
  let title: string;
  let operation: string;
  let library: string;

  before(async () => {
    const provider = (await new ProviderRegistry(providers).emulated()).find(({ sdk }) => sdk !== undefined);
    const found = provider?.operations.find(
      ({ method, path, examples }) =>
        method === 'GET' && path.includes('{') && examples.length > 0 && provider.sdk?.calls[`${method} ${path}`],
    );
    const [environment] = provider?.environments ?? [];
    assert.ok(provider?.sdk && found && environment);
    library = provider.sdk.title;
    ({ title, id: operation } = found);
    const { path } = found.examples[0] ?? {};
    const request = { operation, connection: 'emulator', ...(path && { path }) };
    const filled = found.path.replace(/\{(\w+)\}/g, (_whole, name: string) => String(path?.[name]));
    const call = `curl '${environment.baseUrl}${filled}' -H 'Authorization: Bearer abcdefgh12345678'`;
    workbench = await Workbench.open({ files: { 'call.esign.json': request, 'call.sh': call } });
  });

  after(() => workbench?.close());

  it('a request is copied in the language that is chosen, which is offered first from then on', async () => {
    await workbench.openFile('call.esign.json');
    await workbench.webview('[data-action="send"]');
    await workbench.runCommand('E-Sign: Copy as Code…');
    await workbench.quickInput.choose('Python');
    await workbench.page.getByText('Copied as Python, secrets as variables of the environment').first().waitFor();
    await workbench.runCommand('E-Sign: Copy as Code…');
    const first = workbench.quickInput.box.locator('.monaco-list-row').first();
    await first.filter({ hasText: 'Python' }).filter({ hasText: 'chosen last' }).waitFor();
    await workbench.quickInput.choose(library);
    await workbench.page.getByText(`Copied as ${library}, secrets as variables of the environment`).first().waitFor();
  });

  it('what the filter of the history shows is written as a recording that can be imported again', async () => {
    await workbench.runCommand('E-Sign: Send Request');
    await workbench.webview('main[data-state="replied"]');
    await workbench.runCommand('E-Sign: Export Runs…');
    await workbench.quickInput.box.getByText(/^Export .*secrets masked$/).waitFor();
    await workbench.quickInput.choose('HAR 1.2');
    await workbench.quickInput.box.getByRole('button', { name: 'OK' }).waitFor();
    await workbench.quickInput.accept();
    await workbench.notification(/\d+ runs? written to esign-runs\.har/).waitFor();
    const text = readFileSync(join(workbench.folder, 'esign-runs.har'), 'utf8');
    const read = await readForeign(text);
    assert.ok(read.kind === 'read');
    // Oldest first; other windows of these tests may have sent before.
    assert.deepEqual(read.collection.calls.at(-1)?.known, { operation, connection: 'emulator' });
  });

  it('a cURL command is shown as the request it becomes, and written where it is said', async () => {
    await workbench.runCommand('E-Sign: Import Requests…');
    await workbench.quickInput.choose('From Files…');
    await workbench.quickInput.choose('call.sh');
    await workbench.page.getByText('1 request, 0 things left out').first().waitFor();
    await workbench.quickInput.box.getByText(title).first().waitFor();
    await workbench.quickInput.accept();
    const here = workbench.quickInput.box.getByRole('button', { name: 'Write Here' });
    await clickOn('the folder', here);
    await workbench.notification('1 request was written. Nothing was sent.').waitFor();
    const name = `${title.toLowerCase().replaceAll(' ', '-')}.esign.json`;
    await until('the file', async () => existsSync(join(workbench.folder, name)) || undefined);
    const text = readFileSync(join(workbench.folder, name), 'utf8');
    assert.match(text, new RegExp(`"operation": "${operation}"`));
    assert.doesNotMatch(text, /abcdefgh12345678/);
  });
});
