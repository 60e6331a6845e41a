import * as assert from 'node:assert/strict';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { Provider } from '../../src/core/provider';
import { providers } from '../../src/providers';
import { type Emulator, startEmulator } from '../host/emulator.mjs';
import { fillField } from './harness/fillField';
import { becomes } from './harness/inTime';
import { isClicked } from './harness/isClicked';
import { pageOpenedBy } from './harness/pageOpenedBy';
import { pressSend, replyOf, seeForm, seeReply, takeStep } from './harness/panels';
import type { TreeItem } from './harness/tree';
import { until } from './harness/until';
import { Workbench } from './harness/workbench';
import { readWalks, type Stop, titleOf, type Walk } from './walk';

const walks = providers.flatMap(({ id, load }) => readWalks(id).map((walk) => ({ id, load, walk })));

describe('The way of a document through', () => {
  it('at least one provider is gone', () => assert.ok(walks.length > 0));

  for (const { id, load, walk } of walks) {
    describe(`${id}: ${walk.name}`, () => {
      let walker: Walker;
      let isLost = false;

      before(async () => {
        walker = await Walker.start(await load(), walk);
      });
      after(() => walker?.end());

      // Where one stop is missed, the next ones cannot be reached.
      beforeEach(() => assert.ok(!isLost, 'an earlier stop was missed'));
      afterEach(function () {
        isLost = this.currentTest?.state === 'failed';
      });

      for (const stop of walk.stops) it(titleOf(stop), () => walker.reach(stop));
    });
  }
});

class Walker {
  readonly #provider: Provider;
  readonly #emulator: Emulator;
  readonly #workbench: Workbench;

  private constructor(provider: Provider, emulator: Emulator, workbench: Workbench) {
    this.#provider = provider;
    this.#emulator = emulator;
    this.#workbench = workbench;
  }

  static async start(provider: Provider, { files, opens }: Walk): Promise<Walker> {
    const emulator = await startEmulator();
    const workbench = await Workbench.open({ settings: { 'esign.emulator.portBase': emulator.portBase }, files });
    await workbench.openView('Explorer');
    await workbench.openFile(opens);
    await workbench.openView('E-Sign');
    return new Walker(provider, emulator, workbench);
  }

  async reach(stop: Stop): Promise<void> {
    if ('fill' in stop) return this.#send(stop);
    if ('step' in stop) return this.#takeStep(stop);
    if ('sign' in stop) return this.#sign(stop);
    if ('save' in stop) return this.#save(stop);
    const item = this.#item(stop.item);
    await this.#item(stop.item.slice(0, 2)).action('Refresh');
    if ('menu' in stop) {
      await item.menu(stop.menu);
      await this.#workbench.quickInput.choose(stop.choose, stop.choose);
      return seeReply(this.#workbench, stop.reply);
    }
    await until(`"${stop.item.at(-1)}" to be ${stop.is}`, async () => {
      return (await item.description()).includes(stop.is) || undefined;
    });
  }

  async end(): Promise<void> {
    await this.#workbench.close();
    await this.#emulator.end();
  }

  async #send({ fill, reply }: Extract<Stop, { fill: object }>): Promise<void> {
    const form = await this.#workbench.webview('[data-action="send"]');
    for (const [pointer, value] of Object.entries(fill)) await fillField(form, pointer, value);
    await pressSend(this.#workbench);
    await seeReply(this.#workbench, reply);
  }

  async #takeStep(stop: Extract<Stop, { step: string }>): Promise<void> {
    await takeStep(this.#workbench, stop.step, stop.subject);
    if ('reply' in stop) return seeReply(this.#workbench, stop.reply);
    const operation = this.#provider.operations.find(({ id }) => id === stop.opens);
    assert.ok(operation, `there is no operation ${stop.opens}`);
    await seeForm(this.#workbench, operation);
  }

  async #sign({ sign: who, by }: Extract<Stop, { sign: string }>): Promise<void> {
    const page = await (by === 'mail' ? this.#mailedPage(who) : this.#linkedPage(who));
    await page.getByRole('button', { name: 'Finish' }).click();
    await page.getByRole('heading', { name: 'You have signed' }).waitFor();
    await page.close();
  }

  async #mailedPage(who: string): Promise<Page> {
    const baseUrl = this.#emulator.providers[this.#provider.id]?.baseUrl;
    const listed = await fetch(`${baseUrl}/__emulator/signers`);
    const { signers } = (await listed.json()) as { signers: readonly { signer: { email: string }; url: string }[] };
    const asked = signers.find(({ signer }) => signer.email === who);
    assert.ok(asked, `nobody mails ${who}: ${JSON.stringify(signers)}`);
    const page = await this.#workbench.page.context().newPage();
    await page.goto(asked.url);
    return page;
  }

  async #linkedPage(who: string): Promise<Page> {
    const card = (await replyOf(this.#workbench)).locator('.link-card').filter({ hasText: who });
    return pageOpenedBy(this.#workbench.page, () => card.locator('[data-action="openLink"]').click());
  }

  async #save({ save, beginsWith, goesOnWith }: Extract<Stop, { save: string }>): Promise<void> {
    const { folder, quickInput } = this.#workbench;
    const target = join(folder, save);
    await (await replyOf(this.#workbench)).locator('[data-action="saveBody"]').click();
    const offer = quickInput.box.filter({ hasText: 'Show Local' });
    await until(`the file ${save}`, async (patience) => {
      // A file is there before its content is.
      if (existsSync(target) && statSync(target).size > 0) return true;
      if (!(await becomes(offer, 'visible', patience))) return undefined;
      const isOffered = (await offer.locator('input').first().inputValue({ timeout: patience })) === target;
      if (isOffered) await isClicked(offer.getByRole('button', { name: 'OK' }), { patience });
      return undefined;
    });
    const saved = readFileSync(target, 'utf8');
    const sent = readFileSync(join(folder, beginsWith), 'utf8');
    assert.equal(saved.slice(0, sent.length), sent);
    assert.ok(saved.slice(sent.length).includes(goesOnWith), saved.slice(sent.length));
  }

  #item(labels: readonly string[]): TreeItem {
    return this.#workbench.tree('Providers').item(this.#provider.title, ...labels);
  }
}
