import assert from 'node:assert/strict';
import * as z from 'zod';
import { editorSchema } from '../../../../src/core/forms/editorSchema';
import { requestFileSchema } from '../../../../src/core/forms/fileSchema';
import { shapeOf } from '../../../../src/core/forms/shapes/shapeOf';
import type { JsonObject, JsonValue } from '../../../../src/protocol/json';
import { quill } from '../../fixtures/testProvider';

const schema = requestFileSchema([quill]);
const signer = { email: 'ann@example.com', order: 1, method: 'none' };
const file = {
  operation: 'quill/create-envelope',
  connection: 'emulator',
  path: { envelope_id: 'e-1' },
  body: { invites: [signer] },
};

function withBody(body: object): object {
  return { ...file, body: { ...file.body, ...body } };
}

function withSigner(part: object): object {
  return { ...file, body: { invites: [{ ...signer, ...part }] } };
}

describe('requestFileSchema', () => {
  const cases: [name: string, file: object, fits: boolean][] = [
    ['the smallest request', file, true],
    ['no connection', { ...file, connection: undefined }, false],
    ['an unknown operation', { ...file, operation: 'quill/other' }, false],
    ['a section nobody knows', { ...file, headers: {} }, false],
    ['no path', { ...file, path: undefined }, false],
    ['no query, which is optional', { ...file, query: undefined }, true],
    ['a property nobody documents', withBody({ titel: 'x' }), false],
    ['a property of a free name', withBody({ tags: { free: 'x' } }), true],
    ['a free name with a value of the wrong kind', withBody({ tags: { free: 1 } }), false],
    ['any JSON', withBody({ extra: [{ a: [null] }] }), true],
    ['a missing property of an item', { ...file, body: { invites: [{ order: 1 }] } }, false],
    ['an empty list', { ...file, body: { invites: [] } }, false],
    ['a number in range', withBody({ expiration: 15 }), true],
    ['a number out of range', withBody({ expiration: 46 }), false],
    ['null where it means something', withBody({ expiration: null }), true],
    ['null where it means nothing', withBody({ title: null }), false],
    ['a fraction', withSigner({ order: 1.5 }), false],
    ['a number in quotes that is accepted', withSigner({ order: '2' }), true],
    ['a number in quotes that is not', withBody({ expiration: '20' }), false],
    ['a flag', withSigner({ force: 1 }), true],
    ['a flag in quotes', withSigner({ force: '0' }), true],
    ['a flag that is none', withSigner({ force: 2 }), false],
    ['a choice', withSigner({ method: 'sms' }), true],
    ['an unknown choice', withSigner({ method: 'fax' }), false],
    ['an open list of values', withBody({ language: 'de' }), true],
    ['an address that is none', withSigner({ email: 'ann' }), false],
    ['a variant', withSigner({ check: { type: 'password', password: 'x' } }), true],
    ['a variant left empty', withSigner({ check: null }), true],
    ['a property of the other variant', withSigner({ check: { type: 'password', password: 'x', phone: 'y' } }), false],
    ['no such variant', withSigner({ check: { type: 'fax' } }), false],
    ['one of several shapes', withBody({ contact: { user: 'u-1' } }), true],
    ['none of several shapes', withBody({ contact: { name: 'u-1' } }), false],
    [
      'references',
      {
        ...file,
        path: { envelope_id: '{{id}}' },
        body: {
          invites: [{ email: '{{mail}}', order: '{{order}}', method: '{{ method }}', force: '{{force}}' }],
          expiration: '{{minutes}}',
          weight: '{{weight}}',
          redirect_url: 'https://{{host}}/',
          pin: '{{credentials.pin}}',
        },
      },
      true,
    ],
    ['half a reference in place of a number', withSigner({ order: '1{{zeros}}' }), false],
  ];
  for (const [name, content, expected] of cases) {
    it(`${expected ? 'accepts' : 'refuses'} ${name}`, () => {
      assert.equal(fits(schema, JSON.parse(JSON.stringify(content))), expected);
    });
  }

  it('accepts every example', () => {
    for (const { id, examples } of quill.operations) {
      for (const { path, query, body } of examples) {
        const content = { operation: id, connection: 'emulator', path, query, body };
        assert.ok(fits(schema, JSON.parse(JSON.stringify(content))), id);
      }
    }
  });

  it('says what an operation does and where it is documented', () => {
    const { operation } = schema['properties'] as { operation: JsonObject };
    assert.deepEqual(
      operation['enum'],
      quill.operations.map(({ id }) => id),
    );
    assert.deepEqual(
      (operation['markdownEnumDescriptions'] as string[])[0],
      [
        '**Create an envelope** (Quill)',
        'Sends an envelope to its signers.',
        '[Documentation](https://quill.example/docs/envelopes)',
      ].join('\n\n'),
    );
  });

  it('offers a whole request for an empty file', () => {
    const [snippet] = schema['defaultSnippets'] as { label: string; body: JsonObject }[];
    assert.equal(snippet?.label, 'Quill: Create an envelope');
    assert.deepEqual(snippet?.body['path'], { envelope_id: '' });
  });

  it('says the same thing once, and nothing of what zod adds', () => {
    const text = JSON.stringify(schema);
    assert.equal(text.match(/"minLength":1,"title"|"title":"Document ID"/g)?.length, 1);
    assert.doesNotMatch(text, /9007199254740991|alsoAccepts|itemLabel|nullLabel|isUnion/);
    // Of the schema itself, and the one that a file may name.
    assert.equal(text.match(/\$schema/g)?.length, 2);
    for (const [, name] of text.matchAll(/#\/definitions\/(\w+)/g)) {
      assert.ok(Object.hasOwn(schema['definitions'] as JsonObject, name ?? ''), name);
    }
  });
});

describe('the schema of a field that is taken as replies print it', () => {
  const cases: readonly [
    title: string,
    field: z.ZodType,
    values: readonly JsonValue[],
    refused: readonly JsonValue[],
  ][] = [
    ['a map', z.object({}).meta({ alsoAccepts: 'emptyList' }), [{}, []], [[1], null, 'x']],
    ['an ID', z.string().regex(/^a/).meta({ alsoAccepts: 'object' }), ['a', { id: 'a', more: 1 }], ['b', {}, []]],
    ['an unset map', z.object({}).nullable().meta({ alsoAccepts: 'emptyList', nullIsAnswered: true }), [null, []], [1]],
  ];
  for (const [title, field, values, refused] of cases) {
    it(title, () => {
      const own = editorSchema('field', shapeOf(field));
      for (const value of values) assert.ok(fits(own, value), JSON.stringify(value));
      for (const value of refused) assert.ok(!fits(own, value), JSON.stringify(value));
    });
  }
});

/** The part of draft 7 that the schema uses. */
function fits(part: JsonObject | boolean, value: JsonValue): boolean {
  if (typeof part === 'boolean') return part;
  return Object.entries(part).every(([keyword, argument]) => {
    const test = Object.hasOwn(keywords, keyword) ? keywords[keyword] : undefined;
    return test === undefined || test(argument as never, value, part);
  });
}

type Keyword = (argument: never, value: JsonValue, part: JsonObject) => boolean;

const keywords: Readonly<Record<string, Keyword>> = {
  $ref: (ref: string, value) =>
    fits((schema['definitions'] as Record<string, JsonObject>)[ref.replace('#/definitions/', '')] ?? false, value),
  type: (types: string | string[], value) => [types].flat().some((type) => isOfType(type, value)),
  const: (constant: JsonValue, value) => constant === value,
  enum: (values: JsonValue[], value) => values.includes(value),
  anyOf: (parts: JsonObject[], value) => parts.some((part) => fits(part, value)),
  allOf: (parts: JsonObject[], value) => parts.every((part) => fits(part, value)),
  if: (condition: JsonObject, value, part) => !fits(condition, value) || fits(part['then'] as JsonObject, value),
  properties: (parts: Record<string, JsonObject>, value) =>
    Object.entries(membersOf(value)).every(([key, item]) => fits(parts[key] ?? true, item)),
  additionalProperties: (rest: JsonObject | boolean, value, { properties = {} }) =>
    Object.entries(membersOf(value)).every(
      ([key, item]) => Object.hasOwn(properties as object, key) || fits(rest, item),
    ),
  required: (names: string[], value) =>
    !isOfType('object', value) || names.every((name) => Object.hasOwn(membersOf(value), name)),
  items: (part: JsonObject, value) => !Array.isArray(value) || value.every((item: JsonValue) => fits(part, item)),
  minItems: (least: number, value) => !Array.isArray(value) || value.length >= least,
  maxItems: (most: number, value) => !Array.isArray(value) || value.length <= most,
  minLength: (least: number, value) => typeof value !== 'string' || value.length >= least,
  maxLength: (most: number, value) => typeof value !== 'string' || value.length <= most,
  pattern: (pattern: string, value) => typeof value !== 'string' || new RegExp(pattern).test(value),
  format: (_format: string, value) => typeof value !== 'string' || URL.canParse(value),
  minimum: (least: number, value) => typeof value !== 'number' || value >= least,
  maximum: (most: number, value) => typeof value !== 'number' || value <= most,
  exclusiveMinimum: (least: number, value) => typeof value !== 'number' || value > least,
};

function membersOf(value: JsonValue): JsonObject {
  return isOfType('object', value) ? (value as JsonObject) : {};
}

function isOfType(type: string, value: JsonValue): boolean {
  if (value === null || Array.isArray(value)) return type === (value === null ? 'null' : 'array');
  return type === 'integer' ? Number.isInteger(value) : type === typeof value;
}
