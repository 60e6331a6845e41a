import * as assert from 'node:assert/strict';
import type { FrameLocator, Locator } from 'playwright-core';
import type { Failure } from '../../src/core/failure';
import type { Operation } from '../../src/core/operation';
import type { Provider } from '../../src/core/provider';
import { fillField } from './harness/fillField';
import { becomes } from './harness/inTime';
import { pageOpenedBy } from './harness/pageOpenedBy';
import { formOf, pressSend, replyOf, seeForm, seeReply, seeStatus, takeStep } from './harness/panels';
import type { TreeItem } from './harness/tree';
import { until, untilEqual } from './harness/until';
import { untilFocusIn } from './harness/untilFocusIn';
import type { Workbench } from './harness/workbench';
import type { Journey } from './journey';

type MenuEntry = Extract<Journey['sign'][number], { readonly menu: string }>;

/** Goes a journey stop by stop, as the person in front of the window would. */
export class Traveller {
  isLost = false;
  readonly #workbench: Workbench;
  readonly #provider: Provider;
  readonly journey: Journey;
  readonly #operation: Operation;

  constructor(workbench: Workbench, provider: Provider, journey: Journey) {
    this.#workbench = workbench;
    this.#provider = provider;
    this.journey = journey;
    this.#operation = this.#operationOf(journey.opens.operation);
  }

  async openForm(): Promise<void> {
    const { item, menu } = this.journey.opens;
    // What is open of one provider must not push the next one off the screen.
    await this.#workbench.tree('Providers').collapseAll();
    // What can be done with a document stands in its menu before anybody has unfolded it.
    await this.document(...item).menu(menu);
    await seeForm(this.#workbench, this.#operation);
    if (this.#provider.notice !== undefined) await this.#seeNotice(this.#provider.notice);
    await this.#seeWhyUnlisted();
  }

  async enterInvalidValue(): Promise<void> {
    const { adds, values, invalid } = this.journey;
    for (const pointer of adds) await this.#addField(pointer);
    for (const [pointer, value] of Object.entries(values)) {
      if (pointer !== invalid.pointer) await this.type(pointer, value);
    }
    await this.type(invalid.pointer, invalid.value);
    const form = await this.form();
    const field = form.locator(`[data-pointer="${invalid.pointer}"]`);
    await field.getByText(invalid.message).first().waitFor();
    await form.locator('[data-action="send"]').click();
    const summary = form.getByRole('region', { name: /^Not sent/ });
    await summary.getByText(invalid.message).first().waitFor();
    await summary.locator('[data-action="revealIssue"]').first().click();
    await untilFocusIn('the field', field);
  }

  async fail(): Promise<void> {
    const { invalid, failing } = this.journey;
    await this.correct(invalid.pointer);
    await this.type(failing.pointer, failing.value);
    await this.pressSend();
    await this.seeFailure(failing);
  }

  async send(): Promise<void> {
    const { failing, reply, steps } = this.journey;
    await this.correct(failing.pointer);
    await this.pressSend();
    await this.#seeReplies(reply, steps);
  }

  /** The API's own refusal, explained beside its reply. */
  async seeFailure({ status, failure: id }: { readonly status: number; readonly failure: string }): Promise<void> {
    const failure = this.failure(id);
    const reply = await this.reply();
    await reply.getByRole('heading', { name: failure.meaning }).first().waitFor();
    await reply.getByText(failure.nextStep).first().waitFor();
    await seeStatus(reply, status);
  }

  failure(id: string): Failure {
    const failure = this.#provider.failures.find((candidate) => candidate.id === id);
    assert.ok(failure, `there is no failure ${id}`);
    return failure;
  }

  form(): Promise<FrameLocator> {
    return formOf(this.#workbench);
  }

  reply(): Promise<FrameLocator> {
    return replyOf(this.#workbench);
  }

  pressSend(): Promise<void> {
    return pressSend(this.#workbench);
  }

  async type(pointer: string, value: string): Promise<void> {
    await fillField(await this.form(), pointer, value);
  }

  async correct(pointer: string): Promise<void> {
    const right = this.journey.values[pointer];
    assert.ok(right !== undefined, `the journey has no right value for ${pointer}`);
    await this.type(pointer, right);
  }

  async sign(): Promise<void> {
    for (const signingPage of this.journey.sign) {
      const page = await pageOpenedBy(this.#workbench.page, () => this.#openSigningPage(signingPage));
      await page.getByRole('button', { name: 'Finish' }).click();
      await page.getByRole('heading', { name: 'You have signed' }).waitFor();
      await page.close();
    }
  }

  async refresh(): Promise<void> {
    await this.document().action('Refresh');
    await this.seeAfter();
  }

  /** All that comes before somebody signs, without what goes wrong on the way. */
  async prepare(): Promise<void> {
    const { adds, values, reply, steps } = this.journey;
    await this.openForm();
    for (const pointer of adds) await this.#addField(pointer);
    for (const [pointer, value] of Object.entries(values)) await this.type(pointer, value);
    await this.pressSend();
    await this.#seeReplies(reply, steps);
  }

  /** The card of the first link that somebody signs by, which is asked for where no reply before brought it. */
  async seeLinkCard(): Promise<void> {
    const [first] = this.journey.sign;
    if (first !== undefined && 'link' in first && first.from) await this.#seeLink(first.link, first.from);
  }

  /** What the tree says in the end. */
  async seeAfter(): Promise<void> {
    for (const { item, description } of this.journey.after) {
      await until(`"${item.join(' › ')}" to be ${description}`, async () => {
        const text = await this.document(...item).description();
        return text.includes(description) || undefined;
      });
    }
  }

  async replay(): Promise<void> {
    const { title } = this.#operation;
    const history = this.#workbench.tree('History');
    const run = history.item('Today', { beside: title });
    await run.action('Replay');
    const reply = await this.reply();
    await reply.getByRole('heading', { level: 1, name: title }).waitFor();
    await seeStatus(reply, this.journey.replayed.status);
    // The runs move down for the new one: whoever clicks on one before that hits its neighbour.
    await until(`the replay of "${title}" in the history`, async () => (await run.isFirst()) || undefined);
  }

  /** It is said wherever the provider is chosen. */
  async #seeNotice(notice: string): Promise<void> {
    await (await this.form()).getByText(notice).first().waitFor();
    const provider = this.#workbench.tree('Providers').item(this.#provider.title);
    await untilEqual(() => provider.description(), notice);
    const { quickInput } = this.#workbench;
    await this.#workbench.runCommand('E-Sign: Add Connection…');
    await quickInput.box.getByText(notice).waitFor();
    await quickInput.cancel();
  }

  async #seeReplies(first: Journey['reply'], steps: Journey['steps']): Promise<void> {
    await seeReply(this.#workbench, first);
    for (const { title, subject, opens, reply } of steps) {
      await takeStep(this.#workbench, title, subject);
      if (opens !== undefined) await this.#sendForm(opens);
      await seeReply(this.#workbench, reply);
      if (opens === undefined) await this.#seeFocusInReply();
    }
  }

  /** Whoever took a step goes on with what it brought: with a link before anything else. */
  async #seeFocusInReply(): Promise<void> {
    const reply = await this.reply();
    const link = reply.locator('[data-action="openLink"]').first();
    await untilFocusIn('the new reply', (await link.count()) > 0 ? link : reply.locator('main'));
  }

  async #seeWhyUnlisted(): Promise<void> {
    const [title = ''] = this.journey.document;
    const collection = this.#provider.resources.collections.find((candidate) => candidate.title === title);
    if (collection?.unlisted === undefined) return;
    const pin = this.#workbench
      .tree('Providers')
      .item(this.#provider.title, 'Emulator', title, `Pin a ${collection.noun} by id…`);
    await untilEqual(() => pin.description(), collection.unlisted);
  }

  /** What menus offer depends on who has signed: the tree is refreshed before. */
  async #openSigningPage(signingPage: Journey['sign'][number]): Promise<void> {
    if ('item' in signingPage) return this.#takeMenu(signingPage);
    if (signingPage.from) await this.#seeLink(signingPage.link, signingPage.from);
    await (await this.#linkCard(signingPage.link)).locator('[data-action="openLink"]').click();
  }

  /** While the tree reads an item anew its menu is about nothing, and asks what is meant as if it came from the palette. */
  async #seeLink(link: string, from: MenuEntry): Promise<void> {
    await until(`the link of ${link}`, async (patience) => {
      await this.#takeMenu(from);
      if (await becomes(await this.#linkCard(link), 'visible', patience)) return true;
      return void (await this.#workbench.quickInput.cancel());
    });
  }

  async #linkCard(link: string): Promise<Locator> {
    return (await this.reply()).locator('.link-card').filter({ hasText: link });
  }

  async #takeMenu({ item, menu }: MenuEntry): Promise<void> {
    await this.document().action('Refresh');
    await this.document(...item).menu(menu);
  }

  async #sendForm({ operation: id, values }: NonNullable<Journey['steps'][number]['opens']>): Promise<void> {
    await seeForm(this.#workbench, this.#operationOf(id));
    for (const [pointer, value] of Object.entries(values)) await this.type(pointer, value);
    await this.pressSend();
  }

  #operationOf(id: string): Operation {
    const operation = this.#provider.operations.find((candidate) => candidate.id === id);
    assert.ok(operation, `there is no operation ${id}`);
    return operation;
  }

  /** Fields that are not required are added from a list at the end of the group they are in. */
  async #addField(pointer: string): Promise<void> {
    const group = (await this.form()).locator(`[data-pointer="${pointer.replace(/\/[^/]*$/, '')}"]`);
    await group.locator('[data-action="moreFields"]').last().click();
    await group
      .locator(`[data-field="${pointer.split('/').at(-1)}"]`)
      .last()
      .click();
  }

  document(...below: readonly string[]): TreeItem {
    const { title } = this.#provider;
    return this.#workbench.tree('Providers').item(title, 'Emulator', ...this.journey.document, ...below);
  }
}
