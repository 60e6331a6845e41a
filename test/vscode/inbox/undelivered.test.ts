import * as assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { registerAddress } from '../../../src/emulator/controlCalls/deliveryCalls';
import { actAsRecipient } from '../../../src/emulator/controlCalls/signingCalls';
import type { EndedDelivery } from '../../../src/emulator/deliveries/endedDelivery';
import type { JsonObject } from '../../../src/protocol/json';
import { providers } from '../../../src/providers';
import { WebhookSecretKeeper } from '../../../src/vscode/credentials/webhookSecretKeeper';
import { callEmulator } from '../../../src/vscode/emulator/callEmulator';
import { Inbox } from '../../../src/vscode/inbox/inbox';
import { InboxTree } from '../../../src/vscode/inbox/inboxTree';
import { sendAgain } from '../../../src/vscode/inbox/sendAgain';
import { openReceiver } from '../../unit/fixtures/webhookReceiver';
import { createTestServices, type TestServices, when } from '../testServices';

/** Of an API whose people register an address, and that repeats nothing. */
async function registeredStory() {
  for (const { id, load } of providers) {
    const file = join('src', 'providers', id, 'fixtures', 'webhook.json');
    const { steps = [] } = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as { steps: Step[] }) : {};
    const [first, { sign } = {}] = steps;
    if (first?.register !== undefined && sign !== undefined) return { provider: await load(), sign };
  }
  return assert.fail('no such story');
}

interface Step {
  readonly register?: string;
  readonly sign?: JsonObject;
}

describe('Events that an emulator of the window gave up', () => {
  let services: TestServices;

  beforeEach(() => {
    services = createTestServices(providers);
  });

  afterEach(() => services.dispose());

  const given = (own: Partial<EndedDelivery> = {}): EndedDelivery => ({
    ...{ provider: providers[0]?.id ?? '', id: '7', event: 'done', document: 'd1', to: 'http://127.0.0.1:3000/hook' },
    ...{ state: 'failed', attempts: 3, status: 500, reason: null, ...own },
  });

  it('stand above what came, with what came of them, and go when they arrive or the emulator is reset', () => {
    const { undelivered } = services.emulators;
    const inbox = new Inbox(services, new WebhookSecretKeeper(services.context, services.log), 0);
    const tree = new InboxTree(inbox, undelivered, () => 'The API');
    undelivered.take(given());
    undelivered.take(given({ id: '8', state: 'kept', to: 'https://app.company/hook', attempts: 1, status: null }));
    undelivered.take(given({ id: '9', status: null, attempts: 1, reason: 'Nothing listens.' }));
    const [group] = tree.getChildren();
    const rows = () => tree.getChildren(group).map((node) => tree.getTreeItem(node));
    assert.deepEqual(
      rows().map(({ description }) => description),
      [
        'no answer · 1 attempt · 127.0.0.1:3000 · The API',
        'not sent · app.company · The API',
        '500 · 3 attempts · 127.0.0.1:3000 · The API',
      ],
    );
    assert.match(String(rows()[0]?.tooltip), /hook\nAbout d1\n.*\n1 attempt\nNothing listens\.$/);
    undelivered.take(given({ state: 'delivered' }));
    assert.equal(undelivered.all.length, 2);
    undelivered.clear();
    assert.deepEqual(tree.getChildren(), []);
    tree.dispose();
    inbox.dispose();
  });

  it('are sent again by the emulator itself', async () => {
    const application = await openReceiver([500, 500, 200]);
    const { emulators } = services;
    const { undelivered } = emulators;
    try {
      const { provider, sign } = await registeredStory();
      const control = async (operation: string, body: JsonObject) => {
        const door = await services.sender.door(undefined);
        const run = await callEmulator({ door, provider, request: { operation, body }, origin: { cause: 'page' } });
        assert.equal(run.outcome.kind === 'replied' && run.outcome.reply.status, 200);
      };
      await control(registerAddress.id, { url: application.url });
      await control(actAsRecipient.id, { action: 'finish', ...sign });
      await when(undelivered.onDidChange, () => undelivered.all.length > 0);
      const row = () => ({ delivery: undelivered.all[0] ?? assert.fail('none is there') });
      const before = row().delivery.attempts;
      await sendAgain(services, row());
      await when(undelivered.onDidChange, () => undelivered.all[0]?.attempts !== before);
      await sendAgain(services, row());
      await when(undelivered.onDidChange, () => undelivered.all.length === 0);
      assert.deepEqual(application.received[0]?.body, application.received[2]?.body);
    } finally {
      await application.close();
    }
  });
});
