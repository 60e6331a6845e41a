import assert from 'node:assert/strict';
import { ProviderRegistry } from '../../src/core/registry';
import type { OperationCase } from '../../src/core/scenarios/case';
import { runCase } from '../../src/core/scenarios/runCase';
import { providers } from '../../src/providers';
import { type OpenStage, openServer } from '../unit/fixtures/openStage';
import { operationCases, readCaseFiles } from './caseFiles';

const registry = new ProviderRegistry(providers);
const emulated = registry.entries.filter(({ rung }) => rung === 'emulated');

/* Below a path of a port that others share, an API gives out links that lead back to it, its token call included. */
for (const { id } of emulated) {
  describe(`emulator of ${id} below a path of one port`, () => {
    let opened: OpenStage;
    before(async () => {
      const provider = await registry.provider(id);
      assert.ok(provider);
      opened = await openServer(provider, { onePort: 0 });
    });
    after(() => opened.close());

    it('lets people sign at the links that it gives out', async () => {
      assert.match(opened.stage.baseUrl, new RegExp(`:\\d+/${id}$`));
      const stories = operationCases(readCaseFiles(id)).filter(opensLinks);
      const { signing } = (await opened.stage.provider.emulator?.()) ?? {};
      assert.ok(stories.length > 0 || signing === undefined, 'no case opens a link');
      for (const story of stories) assert.deepEqual(await runCase(opened.stage, atAnyAddress(story)), [], story.name);
    });
  });
}

/** Without the paths and links that are expected of a port of one's own. */
function atAnyAddress({ request: _path, links: _links, reply, ...story }: OperationCase): OperationCase {
  return { ...story, ...(reply !== undefined && { reply: { status: reply.status } }) };
}

function opensLinks({ given = [], after: then = [] }: OperationCase): boolean {
  return [...given, ...then].some((step) => ['sign', 'visit', 'decline', 'answer'].some((kind) => kind in step));
}
