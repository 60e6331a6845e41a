import * as assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import { validateRequest } from '../../src/core/forms/checks/validateRequest';
import type { Operation, RequestValues } from '../../src/core/operation';
import type { Provider } from '../../src/core/provider';
import { effectsOf } from '../../src/core/sending/asking/effects';
import { recipientsIn } from '../../src/core/sending/asking/mayBeSent';
import { providers } from '../../src/providers';
import { clickOn } from './harness/clickOn';
import { enterCredentials } from './harness/enterCredentials';
import { formOf, replyOf, seeForm } from './harness/panels';
import { Workbench } from './harness/workbench';

/* What the form asks before it sends to people. The host exists nowhere: whatever goes wrong here reaches nobody. */

describe('Sending by the form of a live connection', () => {
  const baseUrl = 'https://esign.invalid';
  let workbench: Workbench;
  let call: MailingCall;

  before(async () => {
    const found = await mailingCall();
    assert.ok(found, 'no example mails anybody whom it names');
    call = found;
    const { provider, operation, values } = call;
    workbench = await Workbench.open({
      settings: { 'esign.connections': [{ id: 'live', provider: provider.id, title: 'Ours', baseUrl }] },
      files: { 'mails.esign.json': { operation: operation.id, connection: 'live', ...values } },
    });
    await workbench.openView('Explorer');
    await workbench.openFile('mails.esign.json');
    await seeForm(workbench, operation);
  });

  after(() => workbench?.close());

  const dialog = (): Locator => workbench.dialog();
  const nothingWasSent = () => workbench.page.locator('.statusbar').getByText('Nothing was sent.').waitFor();
  const messageIsGone = () =>
    workbench.page.locator('.statusbar').getByText('Nothing was sent.').waitFor({ state: 'hidden' });

  /** From within a field, as a person types. */
  async function press(keys: string): Promise<void> {
    await (await formOf(workbench)).locator('[data-control], [role="combobox"]').last().focus();
    await workbench.page.keyboard.press(keys);
  }

  /** What the question says, and the button that has the focus. */
  async function asked(): Promise<{ readonly text: string; readonly focused: string }> {
    await dialog().getByText('on "Ours"?').waitFor();
    const focused = await dialog().locator('.monaco-button:focus').innerText();
    return { text: await dialog().innerText(), focused };
  }

  function namesHostAndPeople(text: string): void {
    assert.ok(text.includes(baseUrl), text);
    assert.ok(text.includes('Real people may get mail'), text);
    for (const recipient of call.recipients) assert.ok(text.includes(recipient), `${recipient} is not named: ${text}`);
  }

  for (const keys of ['Control+Enter', 'Control+Shift+Enter']) {
    it(`asks at ${keys}, names the host and who gets mail, and Enter sends nothing`, async () => {
      await press(keys);
      const { text, focused } = await asked();
      namesHostAndPeople(text);
      assert.ok(text.includes('what is sent there may be real'), text);
      assert.equal(focused, "Don't Send");
      await workbench.page.keyboard.press('Enter');
      await nothingWasSent();
      await (await formOf(workbench)).locator('[data-action="send"]').waitFor();
      await messageIsGone();
    });
  }

  it('sends once that was answered, and asks again about the people the next time', async () => {
    await press('Control+Enter');
    namesHostAndPeople((await asked()).text);
    await clickOn('the answer', dialog().getByRole('button', { name: 'Send', exact: true }));
    await enterCredentials(workbench.quickInput, call.provider, (await call.provider.emulator?.())?.credentials ?? {});
    const problem = (await replyOf(workbench)).locator('main[data-state="problem"]');
    await problem.filter({ hasText: new URL(baseUrl).hostname }).waitFor();
    await (await formOf(workbench)).locator('[data-action="send"]').click();
    const { text, focused } = await asked();
    namesHostAndPeople(text);
    assert.ok(!text.includes('what is sent there may be real'), text);
    assert.equal(focused, "Don't Send");
    await workbench.page.keyboard.press('Escape');
    await nothingWasSent();
  });
});

interface MailingCall {
  readonly provider: Provider;
  readonly operation: Operation;
  readonly values: RequestValues;
  readonly recipients: readonly string[];
}

/** One that mails people whom its example names, and brings no file along. */
async function mailingCall(): Promise<MailingCall | undefined> {
  for (const { load } of providers) {
    const provider = await load();
    for (const operation of provider.operations) {
      const { title: _title, ...values } = operation.examples[0] ?? { title: '' };
      const effects = effectsOf(operation, values);
      const recipients = recipientsIn(values);
      if (!effects.includes('mailsPeople') || effects.includes('takesAway') || recipients.length === 0) continue;
      if (validateRequest(operation, values).issues.length > 0) continue;
      return { provider, operation, values, recipients };
    }
  }
  return undefined;
}
