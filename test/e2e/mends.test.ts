import * as assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FrameLocator, Locator } from 'playwright-core';
import { mendsForAll } from '../../src/core/forms/checks/mendsForAll';
import { validateRequest } from '../../src/core/forms/checks/validateRequest';
import type { Operation, RequestValues } from '../../src/core/operation';
import type { Provider } from '../../src/core/provider';
import { getAt, joinPointer, setAt } from '../../src/core/requests/pointer';
import type { Issue } from '../../src/protocol/form';
import { providers } from '../../src/providers';
import { fillField } from './harness/fillField';
import { takeQuickFix } from './harness/quickFix';
import { until } from './harness/until';
import { untilFocusIn } from './harness/untilFocusIn';
import { Workbench } from './harness/workbench';

/* What pasting spoilt, put right with one click: in the form, in the text, and where the text is no JSON yet. */

const invisible = '\u200B';

interface Spoilt {
  readonly operation: Operation;
  /** As the documentation shows them. */
  readonly right: RequestValues;
  readonly pointer: string;
  readonly id: string;
}

interface SpoiltInPlaces extends Pick<Spoilt, 'operation' | 'right'> {
  readonly values: RequestValues;
}

const pastes: Readonly<Record<string, (spoilt: Spoilt) => string>> = {
  'a token’s scheme in front': ({ id }) => `Bearer ${id}`,
  'a character that nobody sees': ({ id }) => id + invisible,
  'a whole link': ({ id, operation, pointer }) => {
    return `https://app.example.com${operation.path.replace(`{${pointer.split('/').at(-1)}}`, id)}`;
  },
};

describe('What pasting spoilt', () => {
  for (const index of [0, 1]) describe(`of the provider ${index + 1}`, () => isMended(index));
});

function isMended(index: number): void {
  let workbench: Workbench;
  let spoilt: Spoilt;
  let several: SpoiltInPlaces;

  before(async () => {
    const all: readonly Provider[] = await Promise.all(providers.map(({ load }) => load()));
    spoilt = at(index, firsts(all, spoiltIds), 'with an ID in a path that can be mended');
    several = at(index, firsts(all, spoiltInSeveralPlaces), 'with a call that can be spoilt in several places');
    const { operation, right } = spoilt;
    const spoiltText = requestText(operation, setAt(right, spoilt.pointer, `Bearer ${spoilt.id}`));
    workbench = await Workbench.open({
      files: {
        'form.esign.json': requestText(operation, right),
        'several.esign.json': requestText(several.operation, several.values),
        'text.esign.json': spoiltText,
        'almost.esign.json': almostJson(requestText(operation, right)),
        'almostText.esign.json': almostJson(requestText(operation, right)),
      },
    });
  });

  after(() => workbench?.close());

  const form = () => workbench.webview('[data-action="send"]');

  async function openForm(file: string, { title }: Operation): Promise<FrameLocator> {
    await workbench.openFile(file);
    return until(`the form of ${file}`, async () => {
      const shown = await form();
      return (await shown.getByRole('heading', { level: 1, name: title }).isVisible()) ? shown : undefined;
    });
  }

  async function holds(pointer: string, value: string): Promise<void> {
    await until(`"${value}" at ${pointer}`, async (patience) => {
      const control = fieldAt(await form(), pointer)
        .locator('input, textarea')
        .first();
      return (await control.inputValue({ timeout: patience })) === value || undefined;
    });
  }

  describe('in a field', () => {
    before(() => openForm('form.esign.json', spoilt.operation));

    for (const [what, paste] of Object.entries(pastes)) {
      it(`is mended by the button beside it: ${what}`, async () => {
        const field = fieldAt(await form(), spoilt.pointer);
        await fillField(await form(), spoilt.pointer, paste(spoilt));
        const mend = field.locator('[data-action="mend"]');
        await mend.getByText(spoilt.id).waitFor();
        await mend.press('Enter');
        await holds(spoilt.pointer, spoilt.id);
        await field.locator('.issue').first().waitFor({ state: 'detached' });
        await untilFocusIn('the field', field);
      });
    }

    it('is mended by the mouse while it is said what is offered', async () => {
      const field = fieldAt(await form(), spoilt.pointer);
      await fillField(await form(), spoilt.pointer, `Bearer ${spoilt.id}`);
      const mend = field.locator('[data-action="mend"]');
      await mend.getByText(spoilt.id).waitFor();
      await field.locator('input').first().press('ArrowDown');
      await field.locator('.popup').waitFor();
      await mend.click();
      await holds(spoilt.pointer, spoilt.id);
    });
  });

  it('in several fields is mended at once, after nothing was sent', async () => {
    const shown = await openForm('several.esign.json', several.operation);
    await shown.locator('[data-action="send"]').click();
    const summary = shown.getByRole('region', { name: /^Not sent/ });
    // Whoever sends is led to a field first, a few frames after it is said what is wrong.
    await shown.locator('[data-pointer]:focus-within').first().waitFor();
    await summary.locator('[data-action="mendAll"]').press('Enter');
    await summary.waitFor({ state: 'detached' });
    await untilFocusIn('the button that sends', shown.locator('[data-action="send"]'));
    await savesAs('several.esign.json', requestText(several.operation, several.right));
  });

  it('in the text is mended by a quick fix', async () => {
    const shown = await openForm('text.esign.json', spoilt.operation);
    await shown.locator('[data-action="openAsText"]').click();
    const place = textEditor('text.esign.json').getByText('Bearer').last();
    await takeQuickFix(workbench.page, place, `Write "${spoilt.id}"`);
    await savesAs('text.esign.json', requestText(spoilt.operation, spoilt.right));
  });

  it('is no JSON, and the page that says so mends it', async () => {
    await workbench.openFile('almost.esign.json');
    const page = await workbench.webview('[data-action="mendText"]');
    await page.getByText(/^Line 2, column \d+: JSON has no comments/).waitFor();
    await page.locator('[data-action="mendText"]').press('Enter');
    await holds(spoilt.pointer, spoilt.id);
    await savesAs('almost.esign.json', requestText(spoilt.operation, spoilt.right));
  });

  it('is no JSON, and a quick fix in the text mends it', async () => {
    await workbench.openFile('almostText.esign.json');
    const page = await workbench.webview('[data-action="mendText"]');
    await page.locator('[data-action="openAsText"]').click();
    const place = textEditor('almostText.esign.json').getByText('wiki').last();
    await takeQuickFix(workbench.page, place, /^Mend: /);
    await savesAs('almostText.esign.json', requestText(spoilt.operation, spoilt.right));
  });

  function textEditor(file: string): Locator {
    return workbench.page.locator(`.monaco-editor[data-uri$="${file}"] .view-lines`);
  }

  async function savesAs(file: string, text: string): Promise<void> {
    await until(`${file} to be right`, async () => {
      // What a quick fix changes may come after the list of fixes has closed, and after a first saving.
      await workbench.runCommand('File: Save');
      return readFileSync(join(workbench.folder, file), 'utf8') === text || undefined;
    });
  }
}

/** Of each provider the first that is found. */
function firsts<T>(all: readonly Provider[], find: (operation: Operation) => readonly T[]): readonly T[] {
  return all.flatMap(({ operations }) => operations.flatMap(find).slice(0, 1));
}

function at<T>(index: number, found: readonly T[], what: string): T {
  return found[index] ?? assert.fail(`there are no two providers ${what}`);
}

/** IDs in the path that every way to spoil them leaves a mend for. */
function spoiltIds(operation: Operation): readonly Spoilt[] {
  const right = exampleOf(operation);
  return Object.entries(right.path ?? {}).flatMap(([key, id]) => {
    const spoilt = { operation, right, pointer: joinPointer('/path', key), id: String(id) };
    const isMended = (paste: (spoilt: Spoilt) => string) => {
      const { issues } = validateRequest(operation, setAt(right, spoilt.pointer, paste(spoilt)));
      return issues.length === 1 && writes(issues[0], spoilt.id);
    };
    const isRight = validateRequest(operation, right).issues.length === 0;
    return isRight && Object.values(pastes).every(isMended) ? [spoilt] : [];
  });
}

function writes(issue: Issue | undefined, value: string): boolean {
  const [edit] = issue?.mend?.edits ?? [];
  return edit?.kind === 'set' && edit.value === value;
}

/** An invisible character behind every text in which it is refused. */
function spoiltInSeveralPlaces(operation: Operation): readonly SpoiltInPlaces[] {
  const right = exampleOf(operation);
  const spoilAt = (values: RequestValues, pointer: string) => {
    return setAt(values, pointer, `${getAt(values, pointer)}${invisible}`);
  };
  const pointers = textsWithin(right, '').filter((pointer) => {
    const { issues } = validateRequest(operation, spoilAt(right, pointer));
    return issues.length === 1 && issues[0]?.code === 'invisible_character' && issues[0].severity === 'error';
  });
  const values = pointers.reduce(spoilAt, right);
  return mendsForAll(validateRequest(operation, values).issues).length === 1 ? [{ operation, right, values }] : [];
}

function exampleOf({ examples: [example] }: Operation): RequestValues {
  const { path, query, body } = example ?? {};
  return { ...(path && { path }), ...(query && { query }), ...(body !== undefined && { body }) };
}

function textsWithin(value: unknown, pointer: string): readonly string[] {
  if (typeof value === 'string') return [pointer];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) => textsWithin(one, joinPointer(pointer, key)));
}

function requestText({ id }: Operation, values: RequestValues): string {
  return `${JSON.stringify({ operation: id, connection: 'emulator', ...values }, undefined, 2)}\n`;
}

/** With what people write in files that are read by something else than a JSON parser. */
function almostJson(text: string): string {
  return text.replace('\n', '\n  // from the wiki\n').replace(/\n\}\n$/, ',\n}\n');
}

function fieldAt(form: FrameLocator, pointer: string): Locator {
  return form.locator(`[data-pointer="${pointer}"]`);
}
