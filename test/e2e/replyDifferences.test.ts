import * as assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { FrameLocator } from 'playwright-core';
import type { Operation } from '../../src/core/operation';
import type { Provider } from '../../src/core/provider';
import { providers } from '../../src/providers';
import { sampleReply } from '../providers/sampleReply';
import { seesNoBarrier } from './harness/axe';
import { enterCredentials } from './harness/enterCredentials';
import { pressSend, replyOf, seeStatus } from './harness/panels';
import { plantedToken } from './harness/recordingServer';
import { themes } from './harness/themes';
import { Workbench } from './harness/workbench';

/* Where a reply differs from its documentation: listed by place, each leading there, copied as a table. */

describe('A reply that is not as documented', () => {
  let server: Server;
  let workbench: Workbench;
  let provider: Provider;
  let reply: FrameLocator;
  let missing: string;

  before(async () => {
    provider = await (providers[0] ?? assert.fail()).load();
    const found = provider.operations.map(documentedAnswer).find((answer) => answer !== undefined);
    assert.ok(found);
    const { operation, answer, required } = found;
    missing = required;
    const odd = { ...answer, [missing]: undefined, not_in_the_docs: 'new' };
    server = createServer((request, response) => {
      const isAuthorized = request.headers.authorization?.includes(plantedToken) === true;
      const token = { access_token: plantedToken, token_type: 'Bearer', expires_in: 3600 };
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(JSON.stringify(isAuthorized ? odd : token));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const { path, query } = operation.examples[0] ?? {};
    workbench = await Workbench.open({
      settings: { 'esign.connections': [{ id: 'odd', provider: provider.id, baseUrl }] },
      files: { 'odd.esign.json': { operation: operation.id, connection: 'odd', path, query } },
    });
    await workbench.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await workbench.openFile('odd.esign.json');
    await pressSend(workbench);
    const names = provider.auth.kinds.flatMap(({ fields }) => Object.keys(fields.shape));
    await enterCredentials(workbench.quickInput, provider, Object.fromEntries(names.map((name) => [name, 'given-1'])));
    reply = await replyOf(workbench);
    await seeStatus(reply, 200);
  });

  after(async () => {
    await workbench?.close();
    server?.closeAllConnections();
    server?.close();
  });

  it('lists what is missing and what is more, and leads to its place', async () => {
    await reply.getByRole('tab', { name: /^Differences/ }).click();
    const list = reply.getByRole('list', { name: 'Differences from the documentation' });
    await list.getByRole('listitem').filter({ hasText: missing }).waitFor();
    await list.getByRole('listitem').filter({ hasText: 'not_in_the_docs' }).getByRole('button').first().click();
    const active = reply.getByRole('tree', { name: 'Body of the reply' }).locator('.json-active');
    await active.filter({ hasText: 'not_in_the_docs' }).waitFor();
  });

  it('is copied as a table, and stands in nobody’s way in any theme', async () => {
    await reply.getByRole('tab', { name: /^Differences/ }).click();
    await reply.getByRole('button', { name: 'Copy as Markdown' }).click();
    await workbench.page.getByText('copied', { exact: false }).first().waitFor();
    const copied = await workbench.page.evaluate(() => navigator.clipboard.readText());
    assert.match(copied, /not_in_the_docs/);
    for (const theme of Object.keys(themes) as (keyof typeof themes)[]) {
      await workbench.setTheme(theme);
      await seesNoBarrier(reply);
    }
  });
});

interface DocumentedAnswer {
  readonly operation: Operation;
  readonly answer: object;
  /** A member that every answer has. */
  readonly required: string;
}

function documentedAnswer(operation: Operation): DocumentedAnswer | undefined {
  const schema = operation.replies[200];
  const sample = schema === undefined ? undefined : sampleReply(schema);
  if (operation.method !== 'GET' || operation.accepts !== undefined || operation.examples.length === 0)
    return undefined;
  if (schema === undefined || typeof sample !== 'object' || sample === null || Array.isArray(sample)) return undefined;
  if (!schema.safeParse(sample).success || Object.keys(sample).length < 3) return undefined;
  const required = Object.keys(sample).find((key) => !schema.safeParse({ ...sample, [key]: undefined }).success);
  return required === undefined ? undefined : { operation, answer: sample, required };
}
