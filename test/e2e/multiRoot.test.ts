import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Operation, RequestValues } from '../../src/core/operation';
import { setAt } from '../../src/core/requests/pointer';
import { providers } from '../../src/providers';
import { firstProvider } from './harness/firstProvider';
import { untilEqual } from './harness/until';
import { Workbench } from './harness/workbench';

/* A workspace of two folders: what belongs to which, and what to all of it. */

describe('A workspace of several folders', () => {
  let workbench: Workbench;
  let providerTitle: string;
  let third: string;
  let ofFolders: (...folders: readonly string[]) => object;

  before(async () => {
    const all = await Promise.all(providers.map(({ load }) => load()));
    const operations: readonly Operation[] = all.flatMap((provider) => provider.operations);
    const operation = operations.find(({ request }) => Object.keys(request.path?.shape ?? {}).length === 1);
    const [key] = Object.keys(operation?.request.path?.shape ?? {});
    const { path = {}, query, body } = operation?.examples[0] ?? {};
    const right: RequestValues = { path, ...(query && { query }), ...(body !== undefined && { body }) };
    const requestFor = (value: string) => {
      const values = setAt(right, `/path/${key}`, value);
      return `${JSON.stringify({ operation: operation?.id, connection: 'emulator', ...values }, undefined, 2)}\n`;
    };
    const { id, title } = await firstProvider();
    providerTitle = title;
    const ofTeam = { id: 'team', provider: id, title: 'Account of the team', baseUrl: 'http://127.0.0.1:9' };
    third = requestFor('{{third}}');
    ofFolders = (...folders) => ({
      folders: folders.map((path) => ({ path })),
      settings: { 'esign.connections': [ofTeam] },
    });
    workbench = await Workbench.open({
      files: {
        'team.code-workspace': ofFolders('one', 'two'),
        'one/esign.env.json': { both: 'd-of-one' },
        'one/first.esign.json': requestFor('{{both}}'),
        'two/esign.env.json': { both: 'd-of-two', second: 'd-4712' },
        'two/second.esign.json': requestFor('{{second}}'),
      },
      workspaceFile: 'team.code-workspace',
    });
  });

  after(() => workbench?.close());

  it('lists the connections of the workspace file, and the requests of all folders', async () => {
    await workbench.openView('E-Sign');
    await workbench.tree('Providers').item(providerTitle, 'Account of the team').find();
    await workbench.unfoldView('Requests');
    const requests = workbench.tree('Requests');
    await requests.item('one', 'first').find();
    await requests.item('two', 'second').find();
  });

  it('knows the variables of every folder, by the first one that has them', async () => {
    for (const [file, note] of [
      ['two/second.esign.json', '{{second}} is d-4712'],
      ['one/first.esign.json', '{{both}} is d-of-one'],
    ] as const) {
      await workbench.openFile(file);
      const form = await workbench.webview('[data-action="send"]');
      await form.locator('.field-notes').getByText(note).waitFor();
    }
  });

  it('follows a folder that comes to the workspace, and one that leaves it', async () => {
    const folder = join(workbench.folder, 'three');
    mkdirSync(folder);
    writeFileSync(join(folder, 'third.esign.json'), third);
    writeFileSync(join(folder, 'esign.env.json'), JSON.stringify({ third: 'd-of-three' }));
    const keep = (...folders: readonly string[]) =>
      writeFileSync(join(workbench.folder, 'team.code-workspace'), JSON.stringify(ofFolders(...folders)));
    keep('one', 'two', 'three');
    const requests = workbench.tree('Requests');
    await requests.item('three', 'third').find();
    await workbench.openFile('three/third.esign.json');
    const form = await workbench.webview('[data-action="send"]');
    await form.locator('.field-notes').getByText('{{third}} is d-of-three').waitFor();
    keep('one', 'three');
    await untilEqual(() => requests.labels(), ['one', 'three']);
  });
});
