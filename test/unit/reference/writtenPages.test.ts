import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ProviderRegistry } from '../../../src/core/registry';
import { checkRequestText } from '../../../src/headless/checkFiles';
import { chooseConnection } from '../../../src/headless/chooseConnection';
import { environmentName } from '../../../src/headless/environmentName';
import { markdown } from '../../../src/headless/reference/markdown';
import { referencePage } from '../../../src/headless/reference/referencePage';
import { providers } from '../../../src/providers';

const folder = join('media', 'reference');
const registry = new ProviderRegistry(providers);

describe('reference pages', () => {
  it('are there for the providers that exist, and for no others', () => {
    assert.deepEqual(readdirSync(folder).sort(), registry.ids.map((id) => `${id}.md`).sort());
  });

  for (const id of registry.ids) {
    it(`${id}: says what its definition says`, async () => {
      const page = readFileSync(join(folder, `${id}.md`), 'utf8').replaceAll('\r\n', '\n');
      const difference = firstDifference(page, await pageOf(id));
      assert.equal(difference, undefined, `${difference}\nThe page is out of date: run "npm run docs".`);
    });

    it(`${id}: links lead somewhere`, async () => {
      const page = await pageOf(id);
      const headings = [...page.matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) => markdown.anchorOf(heading));
      const places = [...page.matchAll(/<a id="([^"]*)">/g)].map(([, place = '']) => `#${place}`);
      const links = [...page.matchAll(/\]\((#[^)]*)\)/g)].map(([, target = '']) => target);
      assert.ok(links.length > 0);
      assert.deepEqual(
        links.filter((link) => !headings.includes(link) && !places.includes(link)),
        [],
      );
      assert.equal(new Set(headings).size, headings.length, `two headings are alike: ${headings.join(' ')}`);
    });

    it(`${id}: every example is valid as it is printed, and names a connection that is there`, async () => {
      const provider = await registry.provider(id);
      assert.ok(provider);
      const examples = [...(await pageOf(id)).matchAll(/<details>[\s\S]*?```json\n([\s\S]*?)```/g)].map(
        ([, text = '']) => text,
      );
      assert.ok(examples.length >= provider.operations.length);
      const workplace = { registry, env: {}, cwd: folder };
      for (const text of examples) {
        // Files, and variables, are those of whoever sends them.
        const names = [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name = '']) => [name, 'given'] as const);
        const issues = await checkRequestText(workplace, 'example.esign.json', text, Object.fromEntries(names));
        const wrong = issues.filter(
          ({ severity, code }) => (severity === 'error' && code !== 'unreadable_file') || code === 'unknown_connection',
        );
        assert.deepEqual(wrong, [], text);
        const { connection } = JSON.parse(text) as { readonly connection: string };
        const chosen = chooseConnection(provider, { id: connection, baseUrl: undefined }, {});
        assert.equal('kind' in chosen ? chosen.kind : 'emulatorStopped', 'emulatorStopped', text);
      }
    });

    it(`${id}: names all operations and failures, what is absent and disputed, and gaps`, async () => {
      const provider = await registry.provider(id);
      const page = await pageOf(id);
      assert.ok(provider);
      const expected = [
        ...provider.operations.map((operation) => `\n\`${operation.id}\` ·`),
        ...provider.failures.map((failure) => `</a>\`${failure.id}\` |`),
        ...(provider.absent ?? []).map(({ method, path }) => ` | \`${method} ${path}\` | `),
        ...(provider.disputes ?? []).flatMap(({ point, says }) => [
          `\n| ${markdown.prose(point)} | `,
          ...says.map(({ text }) => markdown.prose(text)),
        ]),
        ...provider.gaps.map((gap) => `\n- ${markdown.prose(gap)}\n`),
      ];
      assert.deepEqual(
        expected.filter((text) => !page.includes(text)),
        [],
      );
    });
  }
});

async function pageOf(id: string): Promise<string> {
  const provider = await registry.provider(id);
  assert.ok(provider);
  return referencePage(provider, { variableOf: environmentName });
}

function firstDifference(found: string, expected: string): string | undefined {
  const [foundLines, expectedLines] = [found.split('\n'), expected.split('\n')];
  const count = Math.max(foundLines.length, expectedLines.length);
  const line = Array.from({ length: count }, (_, index) => index).find(
    (index) => foundLines[index] !== expectedLines[index],
  );
  return line === undefined
    ? undefined
    : `line ${line + 1}\n  is:        ${foundLines[line]}\n  should be: ${expectedLines[line]}`;
}
