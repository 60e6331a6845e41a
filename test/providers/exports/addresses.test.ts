import assert from 'node:assert/strict';
import { parse } from 'yaml';
import { writeArtillery } from '../../../src/core/scenarios/exporting/artillery/writeArtillery';
import type { ExportPlan } from '../../../src/core/scenarios/exporting/plan/exportPlan';
import { artilleryFaults } from './artilleryScript';
import { documentOf, planOf } from './planSample';

const sample = documentOf([
  { workflowId: 'main', steps: [{ stepId: 'all', operationId: '$sourceDescriptions.api.list-notes' }] },
]);

/** The same plan, whose calls to fetch tokens go to a host of its own, and whose steps to another API. */
function moved(plan: ExportPlan): ExportPlan {
  const [api] = plan.apis;
  assert.ok(api);
  const { tokenCalls } = api;
  const elsewhere = tokenCalls.map((call) => ({ ...call, request: { ...call.request, host: 'login' } }));
  const first = { ...api, id: 'first-api', tokenCalls: [] };
  const own = {
    ...api,
    tokenCalls: elsewhere,
    baseUrl: 'http://127.0.0.1:4020/notes',
    hosts: { login: 'https://login.test' },
  };
  return { ...plan, apis: [first, own] };
}

describe('The addresses of an exported Artillery file', () => {
  it('are below its target, and no environment is named that it does not read', async () => {
    const { text = '' } = writeArtillery(await planOf(sample));
    assert.match(text, /artillery run --target URL FILE, for another address/);
    assert.doesNotMatch(text, /BASE_URL/);
    assert.match(text, /ESIGN_DEMO_NOTES_CLIENT_ID \(needed\)/);
    assert.equal(parse(text).config.variables, undefined);
  });

  it('are variables where they are of other APIs or hosts, which is said with how to move them', async () => {
    const { text = '' } = writeArtillery(moved(await planOf(sample)));
    assert.deepEqual(artilleryFaults(text), []);
    const { config, scenarios } = parse(text);
    assert.deepEqual(config.variables, {
      address_demo_notes: 'http://127.0.0.1:4020/notes',
      address_demo_notes_login: 'https://login.test',
    });
    const urls = scenarios[0].flow.map((item: Record<string, { url: string }>) => Object.values(item)[0]?.url);
    assert.match(urls[0], /^\{\{ address_demo_notes_login \}\}\//);
    assert.match(urls.at(-1), /^\{\{ address_demo_notes \}\}\//);
    assert.match(
      text,
      /--target URL --variables '\{"address_demo_notes": "URL", "address_demo_notes_login": "URL"\}' FILE, for other addresses/,
    );
  });
});
