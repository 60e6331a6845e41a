import assert from 'node:assert/strict';
import * as z from 'zod';
import { defineOperation } from '../../../src/core/operation';
import { ProviderRegistry } from '../../../src/core/registry';
import type { JsonValue } from '../../../src/protocol/json';
import { providers } from '../../../src/providers/index';
import { llmsText } from '../../../src/reference/package/llmsText';
import { operationTypesText } from '../../../src/reference/package/operationTypes';
import { typeText } from '../../../src/reference/package/typeText';
import { quill } from '../fixtures/testProvider';

const types: readonly (readonly [schema: JsonValue, type: string])[] = [
  [{}, 'unknown'],
  [false, 'never'],
  [{ type: 'integer', minimum: 3 }, 'number'],
  [{ type: ['string', 'null'] }, 'string | null'],
  [{ const: 'a"b' }, '"a\\"b"'],
  [{ type: 'string', enum: ['a', 'b'] }, '"a" | "b"'],
  [{ anyOf: [{ type: 'string' }, { type: 'string', format: 'uri' }, { type: 'null' }] }, 'string | null'],
  [{ type: 'array', items: { anyOf: [{ type: 'string' }, { type: 'number' }] } }, 'readonly (string | number)[]'],
  [{ type: 'array', prefixItems: [{ type: 'string' }], items: { type: 'number' } }, 'readonly [string, ...(number)[]]'],
  [{ type: 'object' }, 'Record<string, never>'],
  [{ type: 'object', additionalProperties: { type: 'number' } }, '{ readonly [key: string]: number }'],
  [
    { type: 'object', properties: { a: { type: 'string' }, 'b-c': {} }, required: ['a'], additionalProperties: {} },
    '{ readonly a: string; readonly "b-c"?: unknown; readonly [key: string]: unknown }',
  ],
];

describe('the types of the package', () => {
  it('say what a schema says', () => {
    for (const [schema, type] of types) assert.equal(typeText(schema), type);
  });

  it('name the values and the reply of an operation', () => {
    const operation = defineOperation({
      id: 'quill/add-note',
      title: 'Add a note */',
      summary: 'Adds one.',
      method: 'POST',
      path: '/notes/{id}',
      docs: 'https://quill.example',
      request: {
        path: z.object({ id: z.string() }),
        query: z.object({ draft: z.exactOptional(z.boolean()) }),
      },
      replies: { 200: z.object({ id: z.string() }), 204: z.undefined(), 400: z.object({ error: z.string() }) },
      examples: [],
    });
    const text = operationTypesText([{ ...quill, operations: [operation] }]);
    assert.ok(
      text.includes(`  /** Add a note * / */
  readonly "quill/add-note": { readonly values: { readonly path: { readonly id: string }; readonly query?: { readonly draft?: boolean } }; readonly reply: { readonly id: string } | undefined };
`),
      text,
    );
    assert.match(text, /export type ProviderId = "quill";/);
  });

  it('are there for every operation', async () => {
    const all = await new ProviderRegistry(providers).all();
    const text = operationTypesText(all);
    const ids = all.flatMap(({ operations }) => operations.map(({ id }) => id));
    assert.ok(ids.length > 100, 'hardly any operation was found');
    assert.deepEqual(
      ids.filter((id) => !text.includes(`readonly ${JSON.stringify(id)}: {`)),
      [],
    );
  });
});

describe('llms.txt', () => {
  it('has a title, a summary and lists of links, as llmstxt.org asks', () => {
    const text = llmsText(
      'Tests APIs.',
      [quill],
      [{ title: 'signing', path: 'skills/signing/SKILL.md', about: 'Use it.' }],
    );
    const [title, , summary] = text.split('\n');
    assert.deepEqual([title, summary], ['# E-Sign Workbench', '> Tests APIs.']);
    const sections = text.split(/^## /m).slice(1);
    assert.deepEqual(
      sections.map((section) => section.split('\n')[0]),
      ['Skills', 'Optional'],
    );
    for (const section of sections) {
      assert.deepEqual(
        section
          .split('\n')
          .slice(1)
          .filter((line) => line !== '' && !/^- \[[^\]]+\]\([^)]+\)(: .+)?$/.test(line)),
        [],
      );
    }
    assert.match(text, /^- `npx esign reference quill`: Quill, 3 operations/m);
    assert.doesNotMatch(llmsText('Tests APIs.', [quill], []), /## Skills/);
  });
});
