import * as assert from 'node:assert/strict';
import type { WatchedDocument } from '../../src/core/live/documentChanges';
import { providers } from '../../src/providers';
import { type Emulator, startEmulator } from '../host/emulator.mjs';
import { becomes } from './harness/inTime';
import { until } from './harness/until';
import { Workbench } from './harness/workbench';
import { type Journey, readJourney } from './journey';
import { Traveller } from './traveller';

const emulated = providers.filter(({ rung }) => rung === 'emulated').slice(0, 2);

describe('Whoever is asked to sign on the emulator can be played', () => {
  let workbench: Workbench;
  let emulator: Emulator;

  before(async () => {
    emulator = await startEmulator();
    workbench = await Workbench.open({ settings: { 'esign.emulator.portBase': emulator.portBase } });
    await workbench.openView('E-Sign');
  });

  after(async () => {
    await workbench.close();
    await emulator.end();
  });

  for (const { id, load } of emulated) {
    describe(id, () => {
      let traveller: Traveller;

      before(async () => {
        traveller = new Traveller(workbench, await load(), readJourney(id) as Journey);
        await traveller.prepare();
      });

      it('as one recipient, from the tree', async () => {
        const name = traveller.journey.document.at(-1) ?? '';
        const [first] = (await documentNamed(emulator, id, name)).recipients;
        assert.ok(first);
        await traveller.document().expand();
        // While the tree reads a row anew its menu is about nothing, and asks whom it is about.
        await until('what they do to be asked', async (patience) => {
          await traveller.document(first.title).menu('Sign as…');
          if (await becomes(workbench.quickInput.box.getByText('Decline…'), 'visible', patience)) return true;
          return void (await workbench.quickInput.cancel());
        });
        await workbench.quickInput.choose('Finish');
        await until(`${first.title} to have signed, in the emulator and in the tree`, async () => {
          const { recipients } = await documentNamed(emulator, id, name);
          const now = recipients.find((one) => one.id === first.id)?.status;
          const shown = await traveller.document(first.title).description();
          return (now?.tone === 'done' && shown.includes(now.text)) || undefined;
        });
      });

      it('as everyone in order', async () => {
        const name = traveller.journey.document.at(-1) ?? '';
        await until(`everyone to have signed "${name}"`, async (patience) => {
          const { recipients } = await documentNamed(emulator, id, name);
          if (recipients.every(({ status }) => status?.tone === 'done')) return true;
          await traveller.document().menu('Sign as Everyone in Order');
          // While the tree reads a row anew its menu is about nothing, and asks what it is about.
          if (await becomes(workbench.quickInput.box, 'visible', patience)) await workbench.quickInput.cancel();
          return undefined;
        });
        await until('a notification that everyone is done', async () => {
          const said = await workbench.page.locator('.notification-list-item-message').allInnerTexts();
          return said.some((one) => one.includes('Everyone is done')) || undefined;
        });
      });
    });
  }

  it('comes to an end without a signature where they decline', async () => {
    const { quickInput } = workbench;
    const { place, recipient, now } = await askedToSign();
    await workbench
      .tree('Providers')
      .item(...place)
      .expand();
    await until('what they do to be asked', async (patience) => {
      await workbench
        .tree('Providers')
        .item(...place, recipient)
        .menu('Sign as…');
      if (await becomes(quickInput.box.getByText('Decline…'), 'visible', patience)) return true;
      return void (await quickInput.cancel());
    });
    await quickInput.choose('Decline…');
    await quickInput.answer('Why?', 'Not what was agreed.');
    await until(`${recipient} to have declined`, async () => (await now()) === 'refused' || undefined);
  });

  /** Somebody whose turn it is, on the emulator of the first provider. */
  async function askedToSign() {
    const [first] = emulated;
    assert.ok(first);
    const provider = await first.load();
    const documents = await documentsOf(emulator, first.id);
    const found = documents.find(({ recipients }) => recipients.some(({ status }) => status?.tone === 'open'));
    const recipient = found?.recipients.find(({ status }) => status?.tone === 'open');
    const collection = provider.resources.collections.find(({ id }) => id === found?.collection);
    assert.ok(found && recipient && collection, 'nobody is asked to sign anything');
    const now = async () => {
      const document = (await documentsOf(emulator, first.id)).find(({ id }) => id === found.id);
      const one = document?.recipients.find(({ id }) => id === recipient.id);
      return one?.status?.tone;
    };
    const place = [provider.title, 'Emulator', collection.title, found.title] as const;
    return { place, recipient: recipient.title, now };
  }

  it('moves the clock from the row of the emulator, which then says so', async () => {
    const [{ title } = { title: '' }] = emulated;
    const row = workbench.tree('Providers').item(title, 'Emulator');
    await row.action('Advance Emulator Clock…');
    await workbench.quickInput.choose('16 minutes');
    await until('the row to say how far', async () => (await row.description()).includes('clock +16 min') || undefined);
  });
});

async function documentsOf(emulator: Emulator, provider: string): Promise<readonly WatchedDocument[]> {
  const answer = await fetch(`${emulator.providers[provider]?.baseUrl}/__emulator/state`);
  return ((await answer.json()) as { documents: readonly WatchedDocument[] }).documents;
}

async function documentNamed(emulator: Emulator, provider: string, name: string): Promise<WatchedDocument> {
  const found = (await documentsOf(emulator, provider)).find(({ title }) => title === name);
  assert.ok(found, `no document "${name}"`);
  return found;
}
