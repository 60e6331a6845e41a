import * as assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import type { FormEdit } from '../../src/protocol/form';
import type { FormState } from '../../src/protocol/pages/formState';
import { startPreview } from '../host/preview/previewServer.mjs';
import { sharedEditorHost } from './harness/editorHost';
import { untilEqual } from './harness/until';

/* What the editor tells a form while somebody is typing in it. */

type Filled = FormState & { readonly kind: 'form' };
type Invites = readonly { readonly email: string; readonly role_id: string }[];

interface Told {
  readonly type: 'state';
  readonly version: number;
  readonly handled: number;
  readonly state: Filled;
  readonly isOurs?: true;
}

interface Room {
  readonly told: Told[];
  added: Partial<Filled>;
  isQuiet: boolean;
}

const item = '/body/invites/0';
const fieldOf = (pointer: string) => `[data-pointer="${pointer}"] [data-control]`;

describe('Typing in a form goes on', () => {
  let preview: Awaited<ReturnType<typeof startPreview>>;
  let page: Page;

  before(async () => {
    preview = await startPreview();
  });

  after(() => preview?.close());

  beforeEach(async () => {
    const { browser } = await sharedEditorHost();
    page = await browser.newPage({ viewport: { width: 1000, height: 900 }, reducedMotion: 'reduce' });
    await page.addInitScript(() => {
      const room: Room = { told: [], added: {}, isQuiet: false };
      Object.assign(window, { room });
      // Before the page hears it.
      window.addEventListener('message', (event) => {
        const told: Told = event.data;
        if (told.type !== 'state') return;
        if (room.isQuiet && !told.isOurs) event.stopImmediatePropagation();
        Object.assign(told.state, room.added);
        room.told.push(told);
      });
    });
    await page.goto(`${preview.url}/form?sample=aids`);
    await page.locator(fieldOf(`${item}/email`)).waitFor();
  });

  afterEach(() => page?.close());

  /** From now on each state says this, too. */
  async function add(added: Partial<Filled>): Promise<void> {
    await page.evaluate((given) => {
      const { room } = window as unknown as { room: Room };
      room.added = JSON.parse(given);
      window.postMessage(room.told.at(-1), '*');
    }, JSON.stringify(added));
  }

  /** Tells other values than the last ones, and is the only one that tells any from now on. */
  async function become(change: (values: Filled['values']) => unknown): Promise<void> {
    const last = await page.evaluate(() => {
      const { room } = window as unknown as { room: Room };
      room.isQuiet = true;
      return room.told.at(-1);
    });
    assert.ok(last);
    const state = { ...last.state, values: change(last.state.values) };
    const next = JSON.parse(JSON.stringify({ ...last, version: last.version + 1, isOurs: true, state }));
    await page.evaluate((message) => window.postMessage(message, '*'), next);
  }

  /** The last value that the page told for a place. */
  const written = (pointer: string): Promise<unknown> =>
    page.evaluate((wanted) => {
      const { sentMessages } = window as unknown as { sentMessages: readonly { edits?: readonly FormEdit[] }[] };
      const edits = sentMessages.flatMap((message) => message.edits ?? []);
      const last = edits.findLast((edit) => edit.pointer === wanted);
      return last?.kind === 'set' ? last.value : last?.kind;
    }, pointer);

  const suggestions = { '/body/invites/*/email': [{ value: 'role@example.com', label: 'Somebody known' }] };

  it('where values to choose from come, and where they go again', async () => {
    const field = page.locator(fieldOf(`${item}/email`));
    await field.click();
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.type('ann');
    await add({ suggestions });
    await page.locator(`[data-pointer="${item}/email"] .combobox`).waitFor();
    await page.keyboard.type('@exam');
    await page.keyboard.press('Home');
    await page.keyboard.type('j');
    await add({ suggestions: {} });
    await page.locator(`[data-pointer="${item}/email"] vscode-text-field`).waitFor();
    await page.keyboard.type('o');
    await page.keyboard.press('End');
    await page.keyboard.type('ple.com');
    await untilEqual(() => written(`${item}/email`), 'joann@example.com');
  });

  it('where another connection is told', async () => {
    await page.locator(fieldOf(`${item}/email`)).click();
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.type('ann@');
    await add({ connection: 'prod', suggestions });
    await page.keyboard.type('example.com');
    await untilEqual(() => written(`${item}/email`), 'ann@example.com');
  });

  it('in the same item where somebody puts another one before it', async () => {
    await page.locator(fieldOf(`${item}/email`)).click();
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.type('ann@');
    await become((values) => {
      const body = values['body'] as { readonly invites: Invites };
      const first = { ...body.invites[0], email: 'new@example.com', role_id: 'first' };
      return { ...values, body: { ...body, invites: [first, ...body.invites] } };
    });
    await page.locator(fieldOf('/body/invites/1/email')).waitFor();
    await page.keyboard.type('example.com');
    await untilEqual(() => written('/body/invites/1/email'), 'ann@example.com');
    assert.notEqual(await written(`${item}/email`), 'ann@example.com');
  });

  it('and is told where its card is folded right after the last key', async () => {
    await page.locator(fieldOf(`${item}/email`)).click();
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.type('ann@example.com');
    await page.locator('.card-open [aria-expanded="true"]').first().click();
    await untilEqual(() => written(`${item}/email`), 'ann@example.com');
  });
});
