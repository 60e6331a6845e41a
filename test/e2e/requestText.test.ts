import * as assert from 'node:assert/strict';
import * as z from 'zod';
import type { Provider } from '../../src/core/provider';
import { clickInto } from './harness/clickOn';
import { firstProvider } from './harness/firstProvider';
import { becomes } from './harness/inTime';
import { until } from './harness/until';
import { Workbench } from './harness/workbench';

/* A request as text: what the schema of all operations gives to the person who types. */

describe('A request in the text editor', () => {
  let workbench: Workbench;
  let provider: Provider;

  /** One whose body is an object, and that has a path parameter. */
  const operation = () => {
    for (const { id, title, request } of provider.operations) {
      if (request.path === undefined || !(request.body instanceof z.ZodObject)) continue;
      const [parameter = ''] = Object.keys(request.path.shape);
      return { id, title, parameter, keys: Object.keys(request.body.shape) };
    }
    return assert.fail('no operation fits');
  };

  before(async () => {
    provider = await firstProvider();
    workbench = await Workbench.open({
      settings: {
        'workbench.editorAssociations': { '*.esign.json': 'default' },
        'editor.hover.delay': 100,
        'editor.minimap.enabled': false,
      },
      files: {
        'empty.esign.json': '{\n  "operation": ""\n}\n',
        'keys.esign.json': `{\n  "body": {\n    ""\n  },\n  "connection": "emulator",\n  "operation": "${operation().id}"\n}\n`,
        'wrong.esign.json': {
          operation: operation().id,
          connection: 'nowhere',
          path: { [operation().parameter]: 'x', nonsense: true },
          body: {},
        },
      },
    });
  });

  after(() => workbench?.close());

  /** Into the quotes at the end of a line; the tab of a file is there before its text. */
  async function goInto(file: string, line: number): Promise<void> {
    await workbench.openFile(file);
    await clickInto(workbench.page.locator(`.monaco-editor[data-uri$="${file}"] .view-line`).first());
    await workbench.page.keyboard.press('Control+Home');
    for (let down = 1; down < line; down += 1) await workbench.page.keyboard.press('ArrowDown');
    await workbench.page.keyboard.press('End');
    await workbench.page.keyboard.press('ArrowLeft');
  }

  const suggestions = () => workbench.page.locator('.suggest-widget.visible .monaco-list-row .label-name');

  async function suggest(wanted: string): Promise<void> {
    await until(`the suggestion ${wanted}`, async (patience) => {
      await workbench.page.keyboard.press('Escape');
      await workbench.page.keyboard.press('Control+Space');
      const found = suggestions().filter({ hasText: wanted }).first();
      return (await becomes(found, 'visible', patience)) || undefined;
    });
  }

  it('marks what the schema refuses and what only the rules know, each once', async () => {
    await workbench.openFile('wrong.esign.json');
    await workbench.runCommand('Problems: Focus on Problems View');
    const problems = await until('the problems', async () => {
      const texts = await workbench.page.locator('.markers-panel .monaco-tl-contents').allInnerTexts();
      const all = texts.join('\n');
      return all.includes('nonsense') && all.includes('There is no connection') ? texts : undefined;
    });
    const messages = problems.map((text) => text.replace(/\s*\[Ln.*$/s, '').trim());
    assert.equal(new Set(messages).size, messages.length, messages.join('\n'));
  });

  it('completes operation ids and the keys of a body', async () => {
    await goInto('empty.esign.json', 2);
    // All operations do not fit on the screen.
    await workbench.page.keyboard.type(operation().id.slice(0, -1));
    await suggest(operation().id);
    await goInto('keys.esign.json', 3);
    for (const key of operation().keys) await suggest(key);
  });

  it('says what an operation does', async () => {
    await goInto('wrong.esign.json', 2);
    for (const key of ['ArrowLeft', 'ArrowLeft', 'ArrowLeft']) await workbench.page.keyboard.press(key);
    await until('the hover', async (patience) => {
      await workbench.runCommand('Show or Focus Hover');
      const hover = workbench.page.locator('.monaco-hover:visible').filter({ hasText: operation().title });
      return (await becomes(hover.first(), 'visible', patience)) || undefined;
    });
  });
});
