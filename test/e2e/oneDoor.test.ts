import * as assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FrameLocator, Locator } from 'playwright-core';
import type { HistoryEntry } from '../../src/core/history/entry';
import type { Provider } from '../../src/core/provider';
import { lineOf, readLine } from '../../src/node/history/historyLines';
import { providers } from '../../src/providers';
import { clickOn } from './harness/clickOn';
import { sharedEditorHost } from './harness/editorHost';
import { enterCredentials } from './harness/enterCredentials';
import { until } from './harness/until';
import { Workbench } from './harness/workbench';
import { type Journey, readJourney } from './journey';
import { Traveller } from './traveller';

/* What passes the door, what is asked at it, and what is shown behind it. */

type Door = NonNullable<Journey['door']>;

describe('The one door', () => {
  /** A live connection whose host exists nowhere: what goes wrong here reaches nobody. */
  const live = { id: 'live', title: 'Live', baseUrl: 'https://esign.invalid' };
  let workbench: Workbench;
  let provider: Provider;
  let journey: Journey;
  let door: Door;
  let traveller: Traveller;

  before(async () => {
    const [tried] = providers.flatMap(({ id, load }) => {
      const journey = readJourney(id);
      return journey?.door === undefined ? [] : [{ load, journey, door: journey.door }];
    });
    assert.ok(tried, 'no journey says what the door is tried with');
    ({ journey, door } = tried);
    provider = await tried.load();
    await openWindow();
  });

  after(() => workbench?.close());

  async function openWindow(options: { readonly keepStorage?: boolean } = {}): Promise<void> {
    const settings = { 'esign.connections': [{ ...live, provider: provider.id }] };
    workbench = await Workbench.open({ settings, ...options });
    traveller = new Traveller(workbench, provider, journey);
    await workbench.openView('E-Sign');
  }

  const runs = () => workbench.tree('History').labels('Today');
  const nextStep = (): Journey['steps'][number] => journey.steps[0] ?? assert.fail('the journey takes no next step');
  const answered = (reply: FrameLocator) => reply.locator('main[data-state="replied"]');
  const nothingWasSent = () => workbench.page.locator('.statusbar').getByText('Nothing was sent.').waitFor();

  async function summary(): Promise<Locator> {
    return (await traveller.form()).getByRole('region', { name: /^Not sent/ });
  }

  async function untilRuns(count: number): Promise<void> {
    await until(`${count} runs in the history`, async () => (await runs()).length === count || undefined);
  }

  async function seesItWasSentInSpite(): Promise<void> {
    const callout = answered(await traveller.reply())
      .locator('.callout')
      .filter({ hasText: 'Sent in spite of' });
    await callout.getByText(journey.invalid.message).first().waitFor();
    await traveller.seeFailure(door.refusal);
    await (await summary()).waitFor({ state: 'hidden' });
  }

  it('lets an invalid value through by the keyboard, and the API’s own refusal is shown', async () => {
    await traveller.openForm();
    await traveller.enterInvalidValue();
    await workbench.page.keyboard.press('Control+Shift+Enter');
    await seesItWasSentInSpite();
    await untilRuns(1);
  });

  it('lets it through by the button that says so', async () => {
    await traveller.pressSend();
    await (await summary()).getByRole('button', { name: 'Send anyway' }).click();
    await seesItWasSentInSpite();
    await untilRuns(2);
  });

  it('leaves the form calm after a success, while another one foresees that it cannot be repeated', async () => {
    const { message } = traveller.failure(door.again.failure);
    await traveller.correct(journey.invalid.pointer);
    await traveller.pressSend();
    await answered(await traveller.reply())
      .locator('.chip-good')
      .waitFor();
    const name = (await workbench.page.locator('.tab.active').first().getAttribute('data-resource-name')) ?? '';
    await (await traveller.reply()).locator('[data-action="editAndResend"]').click();
    await untilIssues('a prediction in the other form', (issues) => issues.some((issue) => issue.includes(message)));
    await workbench.showTab(name);
    await untilIssues('a calm form', (issues) => issues.length === 0);
    await traveller.type(door.again.pointer, door.again.value);
    await untilIssues('the prediction', (issues) => issues.some((issue) => issue.includes(message)));
  });

  /** Warnings only: what the document's state forbids is up to the API. Which form is on screen changes meanwhile. */
  async function untilIssues(what: string, are: (issues: readonly string[]) => boolean): Promise<void> {
    await until(what, async (patience) => {
      const content = (await traveller.form()).locator('body:has([data-action="send"])');
      const issues = await content.evaluate(issuesIn, undefined, { timeout: patience });
      return (issues.errors === 0 && are(issues.texts)) || undefined;
    });
  }

  describe('on a live connection', () => {
    before(async () => {
      await workbench.close();
      await storeAsIfOf(live);
      await openWindow({ keepStorage: true });
      await workbench.foldView('Providers');
      await workbench.tree('History').item('Today', { beside: operationTitle() }).click();
    });

    const operationTitle = () => provider.operations.find(({ id }) => id === journey.opens.operation)?.title ?? '';

    async function takeNextStep(): Promise<void> {
      const { title, subject } = nextStep();
      const step = (await traveller.reply()).getByRole('listitem').filter({ hasText: subject });
      await step.getByRole('button', { name: title }).first().press('Enter');
    }

    /** The question with its focused button. */
    async function asked(): Promise<string> {
      const dialog = workbench.dialog();
      await dialog.getByText(`on "${live.title}"?`).waitFor();
      await dialog.getByText('what is sent there may be real').waitFor();
      await dialog.getByText(live.baseUrl).waitFor();
      return dialog.locator('.monaco-button:focus').innerText();
    }

    it('asks before a next step and before any credentials, and Enter sends nothing', async () => {
      await takeNextStep();
      assert.equal(await asked(), "Don't Send");
      await workbench.page.keyboard.press('Enter');
      await nothingWasSent();
      await answered(await traveller.reply())
        .getByRole('heading', { level: 1, name: operationTitle() })
        .waitFor();
      await untilRuns(1);
    });

    it('asks again the next time, and sends once that was answered', async () => {
      await takeNextStep();
      await asked();
      await clickOn('the answer', workbench.dialog().getByRole('button', { name: 'Send', exact: true }));
      await enterCredentials(workbench.quickInput, provider, (await provider.emulator?.())?.credentials ?? {});
      const problem = (await traveller.reply()).locator('main[data-state="problem"]');
      await problem.filter({ hasText: new URL(live.baseUrl).hostname }).waitFor();
      await untilRuns(2);
    });
  });

  /** Leaves one run in the history: the success on the emulator, said to have been on another connection. */
  async function storeAsIfOf({ id, baseUrl }: typeof live): Promise<void> {
    const folder = await historyFolder();
    const segments = readdirSync(folder).filter((file) => file.endsWith('.jsonl'));
    const entries = segments.flatMap((file) => entriesOf(join(folder, file)));
    const success = entries.find(({ operation, outcome }) => {
      return operation === journey.opens.operation && outcome.kind === 'replied' && !outcome.failed;
    });
    assert.ok(success, 'the history holds no success');
    for (const file of segments) writeFileSync(join(folder, file), '');
    const request = { ...success.request, connection: id };
    const [file = ''] = segments;
    writeFileSync(join(folder, file), lineOf({ ...success, connection: id, baseUrl, request }));
  }
});

/** At one moment: what is read bit by bit may be of two forms. */
function issuesIn(content: HTMLElement): { readonly errors: number; readonly texts: readonly string[] } {
  const all = [...content.querySelectorAll<HTMLElement>('.issue')];
  return {
    errors: content.querySelectorAll('.issue-error').length,
    texts: all.map((issue) => issue.innerText),
  };
}

async function historyFolder(): Promise<string> {
  const { userDataDir } = await sharedEditorHost();
  return join(userDataDir, 'User', 'globalStorage', 'esign-workbench.esign-workbench', 'history');
}

function entriesOf(file: string): readonly HistoryEntry[] {
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean);
  return lines.flatMap((line) => {
    const reading = readLine(Buffer.from(line));
    return reading.kind === 'entry' ? [reading.entry] : [];
  });
}
