import * as assert from 'node:assert/strict';
import type { Provider } from '../../src/core/provider';
import { makeEvent } from '../../src/core/webhooks/makeEvent';
import { providers } from '../../src/providers';
import { questionsOfKind } from '../../src/vscode/credentials/credentialFields';
import { startDocumentedServer } from '../e2e/harness/documentedServer';
import { fillField } from '../e2e/harness/fillField';
import { pageOpenedBy } from '../e2e/harness/pageOpenedBy';
import { chooseEnvironment, fillCredentials, press, setUpOf } from '../e2e/harness/setUpForm';
import { until } from '../e2e/harness/until';
import { Workbench } from '../e2e/harness/workbench';
import { Camera } from './camera';

/* Goes the main way of the first provider's demo and takes a picture of each stop. Run by `npm run screenshots`. */
const document = ['Emulator', 'Documents', 'Service agreement'];
const scenario = { title: 'Two signers in their order', file: 'two-signers.arazzo.yaml' };
const people = ['anna@example.com', 'ben@example.com'] as const;
const settings = {
  'window.commandCenter': false,
  'window.title': 'E-Sign Workbench',
  'remote.autoForwardPorts': false,
};
let workbench: Workbench;
let camera: Camera;
let provider: Provider;

describe('Pictures of the way from a document to a signature', function () {
  // Each stop is reached from the one before.
  this.bail(true);

  before(open);

  after(() => workbench.close());

  it('the form, with what is wrong', async () => {
    await item().expand();
    await item().menu('Invite Recipient…');
    await (await form()).getByRole('heading', { level: 1 }).waitFor();
    await fillField(await form(), '/body/invites/0/email', 'anna');
    await fillField(await form(), '/body/invites/1/email', people[1]);
    await fillField(await form(), '/body/invites/1/order', '2');
    await (await form()).locator('[data-action="send"]').click();
    await (await form()).getByRole('region', { name: /^Not sent/ }).waitFor();
    await camera.inAllThemes('form', editor(0));
  });

  it('the reply, with what comes next', async () => {
    await fillField(await form(), '/body/invites/0/email', people[0]);
    await (await form()).locator('[data-action="send"]').click();
    await (await reply()).locator('main[data-state="replied"]').waitFor();
    await camera.inAllThemes('next-steps', editor(1));
  });

  it('the whole window, and the link', async () => {
    const step = (await reply()).getByRole('listitem').filter({ hasText: people[0] });
    await step.getByRole('button', { name: 'Generate link' }).click();
    await (await reply()).locator('.link-card').first().waitFor();
    await refresh('pending');
    const signers = (await form()).getByRole('heading', { name: 'Signers' });
    await signers.evaluate((heading) => heading.scrollIntoView({ block: 'start' }));
    await camera.inAllThemes('order', editor(0));
    await camera.inAllThemes('overview', part('.monaco-workbench'));
    await camera.inAllThemes('link', editor(1));
  });

  it('the signing page', async () => {
    const open = (await reply()).locator('[data-action="openLink"]').first();
    const page = await pageOpenedBy(workbench.page, () => open.click());
    await camera.inAllSchemes('signing', page);
    await page.getByRole('button', { name: 'Finish' }).click();
    await page.getByRole('heading', { name: 'You have signed' }).waitFor();
    await page.close();
  });

  it('the tree, with the signature', async () => {
    await refresh('fulfilled');
    await camera.inAllThemes('tree', part('.part.sidebar'));
  });

  it('a scenario from a template, in the Testing view, and the picture of its journey', async () => {
    // A journey has lanes where there is room for them, as beside its file alone.
    await workbench.runCommand('View: Close All Editors');
    await workbench.runCommand('E-Sign: New Scenario…');
    await workbench.quickInput.choose(scenario.title, scenario.title);
    await workbench.tab(scenario.file).waitFor();
    await workbench.openView('Testing');
    await workbench.runCommand('E-Sign: Show Journey');
    const journey = await workbench.webview('main[data-state="journey"]');
    await journey.locator('[data-action="run"]').click();
    await journey.locator('.journey-outcome .chip-good').waitFor();
    await journey.locator('.journey:not(.as-list)').waitFor();
    await camera.inAllThemes('scenario', part('.monaco-workbench'));
    await camera.inAllThemes('journey', editor(1));
  });
});

describe('Pictures of more people', () => {
  before(open);

  after(() => workbench.close());

  it('a list of people as a table', async () => {
    await item().expand();
    await item().menu('Invite Recipient…');
    await fillField(await form(), '/body/invites/0/email', people[0]);
    await fillField(await form(), '/body/invites/1/email', people[1]);
    await (await form()).locator('[data-action="several"]').first().click();
    await (await form()).locator('.several-count').fill('12');
    await (await form()).locator('[data-action="addPeople"]').click();
    await (await form()).getByText('14', { exact: true }).first().waitFor();
    await (await form()).locator('[data-action="toggleLanes"]').first().click();
    await (await form()).locator('[data-action="toggleTable"]').first().click();
    await (await form()).getByRole('grid').waitFor();
    const signers = (await form()).getByRole('heading', { name: 'Signers' });
    await signers.evaluate((heading) => heading.scrollIntoView({ block: 'start' }));
    await camera.inAllThemes('table', editor(0));
  });
});

describe('Pictures of an account of one’s own', () => {
  before(open);

  after(() => workbench.close());

  it('the form of a connection, with the step that fails', async () => {
    const server = await startDocumentedServer(provider);
    try {
      const [kind] = provider.auth.kinds;
      assert.ok(kind);
      await workbench.runCommand('E-Sign: Add Connection…');
      await workbench.quickInput.choose(provider.title);
      const setUp = await setUpOf(workbench);
      await chooseEnvironment(setUp, 'Other address…');
      await fillField(setUp, '/connection/baseUrl', server.secureUrl);
      const names = questionsOfKind(kind).map(({ name }) => name);
      await fillCredentials(
        setUp,
        provider.auth.kinds,
        kind,
        Object.fromEntries(names.map((name) => [name, people[0]])),
      );
      await press(setUp, 'test');
      await setUp.locator('main[data-state="failed"]').waitFor();
      await workbench.runCommand('View: Toggle Primary Side Bar Visibility');
      await workbench.page.setViewportSize({ width: 1000, height: 1080 });
      await setUp.locator('.test-step').last().scrollIntoViewIfNeeded();
      await camera.inAllThemes('set-up', editor(0));
    } finally {
      await server.end();
    }
  });
});

describe('Pictures of webhooks', () => {
  before(open);

  after(() => workbench.close());

  it('events in the inbox, and one whose proof does not hold', async () => {
    const { webhooks } = provider;
    assert.ok(webhooks);
    await workbench.unfoldView('Inbox');
    await workbench.runCommand('E-Sign: Receive Webhooks');
    const said = workbench.notification('Webhooks are received at');
    const [url = ''] = /http:\/\/127\.0\.0\.1:\d+/.exec(await said.innerText()) ?? [];
    await workbench.runCommand('E-Sign: Enter Webhook Secret…');
    await workbench.page.getByRole('option', { name: provider.title }).click();
    await workbench.quickInput.answer('It is kept in the secret storage', 'the secret of the webhook');
    const names = webhooks.events.slice(0, 3);
    for (const [index, event] of names.entries()) {
      const wish = { event, sets: [], secret: 'the secret of the webhook', now: Date.now() };
      const made = makeEvent(webhooks, { ...wish, isTampered: index === names.length - 1 });
      assert.ok(made.kind === 'made');
      await fetch(url, { method: 'POST', headers: { ...made.headers }, body: new Uint8Array(made.body) });
    }
    await workbench.runCommand('Notifications: Clear All Notifications');
    await workbench.page.getByRole('treeitem', { name: `${names.at(-1)}, not proved` }).click();
    await (await workbench.webview('.event-page')).locator('[data-verdict="fails"]').waitFor();
    await camera.inAllThemes('inbox', part('.monaco-workbench'));
  });
});

describe('Pictures of the emulator', () => {
  before(open);

  after(() => workbench.close());

  it('the requests that came, and what refused one of them', async () => {
    await item().expand();
    const [, baseUrl = ''] = /(127\.0\.0\.1:\d+)/.exec((await emulator().description()) ?? '') ?? [];
    await fetch(`http://${baseUrl}/nowhere`);
    await emulator().menu('Show Requests to the Emulator');
    const page = await workbench.webview('.inspector-page');
    await page.locator('.inspector-refusal').first().waitFor();
    await camera.inAllThemes('inspector', part('.monaco-workbench'));
  });
});

async function open(): Promise<void> {
  const load = providers[0]?.load;
  assert.ok(load);
  provider = await load();
  workbench = await Workbench.open({ settings });
  camera = new Camera(workbench);
  await workbench.openView('E-Sign');
}

const form = () => workbench.webview('[data-action="send"]');
const reply = () => workbench.webview('main[data-state]');
const item = (...below: readonly string[]) => workbench.tree('Providers').item(provider.title, ...document, ...below);
const emulator = () => workbench.tree('Providers').item(provider.title, 'Emulator');
const part = (selector: string) => workbench.page.locator(selector);
const editor = (index: number) => part('.editor-group-container').nth(index);

/** Reads the tree again until the first signer has the status; no row keeps the buttons of the one used last. */
async function refresh(status: string): Promise<void> {
  await item().action('Refresh');
  await until(`"${people[0]}" to be ${status}`, async () => {
    const text = await item(people[0]).description();
    return text.includes(status) || undefined;
  });
  await workbench.tree('Providers').element.focus();
  await workbench.page.keyboard.press('Escape');
}
