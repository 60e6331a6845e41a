import * as assert from 'node:assert/strict';
import type { HistoryEntry } from '../../../src/core/history/entry';
import { EmulatorFollower } from '../../../src/vscode/live/emulatorFollower';
import type { LiveServices } from '../../../src/vscode/live/liveServices';
import { SignDesk } from '../../../src/vscode/live/signing/signDesk';
import { createTestServices, type TestServices } from '../testServices';

const createNote = {
  operation: 'demo-notes/create-note',
  connection: 'emulator',
  path: { note_id: 'mine' },
  body: { text: 'hello', copies: 1 },
};

describe('Whoever is played on the emulator', () => {
  let services: TestServices;
  let follower: EmulatorFollower;

  beforeEach(() => {
    services = createTestServices();
    follower = new EmulatorFollower(services as unknown as LiveServices);
  });

  afterEach(async () => {
    follower.dispose();
    await services.dispose();
  });

  for (const [how, name] of [
    ['as who was chosen', 'Ben'],
    ['as their page calls them, where nobody was', undefined],
  ] as const) {
    it(`is named by the history ${how}`, async () => {
      const { outcome, provider: id } = await services.sender.send(createNote, { cause: 'tree' });
      const link = outcome.kind === 'replied' ? outcome.reading.links[0]?.url : undefined;
      const provider = await services.registry.provider(id);
      assert.ok(provider && link);
      await services.sender.recorded();
      const entered: HistoryEntry[] = [];
      services.sender.onDidEnter((entry) => entered.push(entry));
      const desk = new SignDesk(services as unknown as LiveServices, follower);
      await desk.playLink({ provider, link, name }, { kind: 'finish' });
      await services.sender.recorded();
      const [act] = entered;
      assert.equal(act?.operation, 'emulator/sign');
      assert.equal(act.subject?.recipient, name ?? 'Ann');
      assert.ok(!JSON.stringify(act).includes(link));
    });
  }
});
