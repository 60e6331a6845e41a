import * as assert from 'node:assert/strict';
import type { HistoryEntry } from '../../../src/core/history/entry';
import type { RequestFile } from '../../../src/core/requests/requestFile';
import { replaySeveral } from '../../../src/vscode/history/replaying/replaySeveral';
import { OpenReplies } from '../../../src/vscode/replies/openReplies';
import { createTestServices, type TestServices } from '../testServices';

const list: RequestFile = { operation: 'demo-notes/list-notes', connection: 'emulator' };
const unknown: RequestFile = {
  operation: 'demo-notes/get-note',
  connection: 'emulator',
  path: { note_id: 'nobody-has-it' },
};

describe('Several runs of the history', () => {
  let services: TestServices;

  beforeEach(() => {
    services = createTestServices();
  });

  afterEach(() => services.dispose());

  /** Oldest first. */
  async function recordAll(requests: readonly RequestFile[]): Promise<readonly HistoryEntry[]> {
    for (const request of requests) await services.sender.send(request, { cause: 'tree' });
    return entries();
  }

  async function entries(): Promise<readonly HistoryEntry[]> {
    await services.sender.recorded();
    const store = await services.history();
    const { entries: summaries = [] } = (await store?.list(20)) ?? {};
    const all = await Promise.all(summaries.map(({ id }) => store?.get(id)));
    return all.filter((entry) => entry !== undefined).reverse();
  }

  async function replayed(given: readonly HistoryEntry[]): Promise<readonly string[]> {
    await replaySeveral(services, new OpenReplies(services), given);
    return (await entries()).filter(({ cause }) => cause === 'replay').map(({ operation }) => operation);
  }

  it('are sent in their order, and the first failure ends it', async () => {
    const recorded = await recordAll([list, unknown, list]);
    assert.deepEqual(await replayed([...recorded].reverse()), [list.operation, unknown.operation]);
  });

  it('are all sent where all of them work', async () => {
    const recorded = await recordAll([list, list]);
    assert.deepEqual(await replayed(recorded), [list.operation, list.operation]);
  });
});
