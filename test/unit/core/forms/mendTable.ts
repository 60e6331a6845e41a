import * as z from 'zod';
import type { Operation } from '../../../../src/core/operation';

/* One request for each code of a problem, with what its mend makes of it or the reason why there is none. */

/** Why a problem has no obvious mend. */
export const reasons = {
  value: 'what is missing, or meant instead, only a person knows',
  choice: 'several ways lead out, and none of them is the obvious one',
  outside: 'it is mended outside of the request: in the file, the connection or the credentials',
  told: 'it says what other problems say, which have mends of their own',
} as const;

export interface MendRow {
  readonly code: string;
  readonly what: string;
  /** Of the body, unless it is a whole file, or its text. */
  readonly body?: unknown;
  readonly file?: string | object;
  readonly mended?: unknown;
  readonly why?: keyof typeof reasons;
}

export const id = '016c8d15f909003085ed074a06236bc50bb3e1c3';

export const toy: Operation = {
  id: 'toy/send',
  title: 'Send',
  summary: 'Sends.',
  method: 'POST',
  path: '/toys/{toy_id}',
  docs: 'https://toy.example/docs',
  request: {
    path: z.object({
      toy_id: z
        .string()
        .min(1)
        .meta({ idShape: 'hex40', examples: [id] }),
    }),
    body: z.object({
      count: z.int().min(1).max(45).optional(),
      half: z.number().multipleOf(0.5).optional(),
      name: z.string().min(2).max(9).optional(),
      day: z.iso.date().optional(),
      email: z.email({ pattern: /^[^\s@]+@[^\s@]+$/ }).optional(),
      url: z.url().optional(),
      back_url: z.string().optional(),
      color: z.enum(['green', 'blue']).optional(),
      flag: z.boolean().optional(),
      items: z.array(z.string().max(5)).min(1).max(2).optional(),
      pairs: z.record(z.string().regex(/^[a-z]+$/), z.string()).optional(),
      way: z
        .discriminatedUnion('kind', [
          z.object({ kind: z.literal('mail'), to: z.string() }),
          z.object({ kind: z.literal('text'), phone: z.string() }),
        ])
        .optional(),
      order: z.int().min(1).meta({ initial: 1 }).optional(),
      owner: z
        .string()
        .regex(/^\/users\/[^/\s]+$/)
        .optional()
        .meta({ idShape: 'iri', examples: ['/users/X'] }),
      token: z.string().optional().meta({ secret: true }),
      even: z
        .string()
        .refine((text) => text.length % 2 === 0, 'has an odd length')
        .optional(),
    }),
  },
  replies: { 200: z.undefined() },
  examples: [],
};

const path = { toy_id: id };
const file = (changed: object) => ({ operation: toy.id, connection: 'mine', path, body: {}, ...changed });
const uuid = 'f742655b-7b27-43e1-9e4b-330246b140e6';

export const mendRows: readonly MendRow[] = [
  // Schemas.
  { code: 'invalid_type', what: 'null in place of nothing', body: { name: null }, mended: {} },
  { code: 'invalid_type', what: 'a number in quotes', body: { count: '45' }, mended: { count: 45 } },
  { code: 'invalid_type', what: 'one value for a list', body: { items: 'a' }, mended: { items: ['a'] } },
  { code: 'invalid_type', what: 'a word for a number', body: { count: 'many' }, why: 'value' },
  { code: 'too_small', what: 'a number', body: { count: 0 }, mended: { count: 1 } },
  { code: 'too_small', what: 'a text', body: { name: 'A' }, why: 'value' },
  { code: 'too_small', what: 'a list', body: { items: [] }, why: 'value' },
  { code: 'too_big', what: 'a number', body: { count: 60 }, mended: { count: 45 } },
  { code: 'too_big', what: 'a text: which of its words can go', body: { name: 'A very long name' }, why: 'value' },
  { code: 'too_big', what: 'a list', body: { items: ['a', 'b', 'c'] }, why: 'choice' },
  { code: 'invalid_format', what: 'a day', body: { day: '2026/1/5' }, mended: { day: '2026-01-05' } },
  { code: 'invalid_format', what: 'a day whose parts nobody tells apart', body: { day: '05.01.2026' }, why: 'choice' },
  { code: 'invalid_format', what: 'no address', body: { email: 'anna' }, why: 'value' },
  { code: 'not_multiple_of', what: 'a number between two', body: { half: 1.3 }, why: 'choice' },
  { code: 'invalid_value', what: 'a misspelled choice', body: { color: 'gren' }, mended: { color: 'green' } },
  { code: 'invalid_value', what: 'another word', body: { color: 'loud' }, why: 'choice' },
  { code: 'invalid_key', what: 'a name of another form', body: { pairs: { 'A 1': 'x' } }, why: 'value' },
  { code: 'custom', what: 'what no schema can say', body: { even: 'abc' }, why: 'value' },
  { code: 'required', what: 'a part of a shape', body: { way: { kind: 'mail' } }, why: 'value' },
  { code: 'unknown_key', what: 'a misspelled name', body: { colour: 'green' }, mended: { color: 'green' } },
  { code: 'unknown_key', what: 'a name of its own', body: { zebra: 1 }, why: 'value' },

  // The file.
  { code: 'unexpected_section', what: 'a query', file: file({ query: { a: 1 } }), mended: file({}) },
  {
    code: 'unknown_section',
    what: 'a word of other tools',
    file: { operation: toy.id, connection: 'mine', path, data: { count: 1 } },
    mended: file({ body: { count: 1 } }),
  },
  {
    code: 'duplicate_key',
    what: 'two values',
    file: `{"operation":"toy/send","connection":"mine","path":{"toy_id":"${id}"},"body":{"count":1,"count":2}}`,
    why: 'choice',
  },
  { code: 'undecoded_text', what: 'another encoding', body: { name: 'M\uFFFDller' }, why: 'outside' },
  {
    code: 'too_deep',
    what: 'lists in lists',
    body: { zebra: Array.from({ length: 600 }).reduce<unknown>((one) => [one], 1) },
    why: 'value',
  },
  {
    code: 'more_issues',
    what: 'thousands',
    body: {
      pairs: Object.fromEntries(
        Array.from({ length: 1100 }, (_, n) => [
          `a${'b'.repeat(n % 7)}${String.fromCharCode(97 + (n % 26))}${'c'.repeat(Math.floor(n / 26))}`,
          5,
        ]),
      ),
    },
    why: 'told',
  },
  { code: 'not_an_id', what: 'what leads elsewhere', file: file({ path: { toy_id: '..' } }), why: 'value' },
  { code: 'unknown_variable', what: 'a misspelled one', body: { name: '{{nmae}}' }, mended: { name: '{{name}}' } },
  { code: 'unknown_variable', what: 'a new one', body: { name: '{{zebra}}' }, why: 'value' },
  { code: 'hard_coded_secret', what: 'a token', body: { token: 'kJ8s7Hq2Lm9Xz4Wv6Tb1Rn3Pc5Yd0Gf8' }, why: 'outside' },

  // What pasting does.
  { code: 'quoted', what: 'quotes', body: { email: '"a@b.example"' }, mended: { email: 'a@b.example' } },
  {
    code: 'name_beside_address',
    what: 'a name',
    body: { email: 'Ann <a@b.example>' },
    mended: { email: 'a@b.example' },
  },
  { code: 'mailto', what: 'a link', body: { email: 'mailto:a@b.example' }, mended: { email: 'a@b.example' } },
  { code: 'separator_at_end', what: 'a semicolon', body: { email: 'a@b.example;' }, mended: { email: 'a@b.example' } },
  { code: 'bearer_in_front', what: 'a header', file: file({ path: { toy_id: `Bearer ${id}` } }), mended: file({}) },
  {
    code: 'mixed_scripts',
    what: 'a letter',
    body: { email: '\u0430nna@b.example' },
    mended: { email: 'anna@b.example' },
  },
  {
    code: 'link_for_id',
    what: 'a link',
    file: file({ path: { toy_id: `https://toy.example/${id}` } }),
    mended: file({}),
  },
  { code: 'kind_missing', what: 'an ID alone', body: { owner: uuid }, mended: { owner: `/users/${uuid}` } },
  {
    code: 'percent_encoded',
    what: 'a part of an address',
    file: file({ path: { toy_id: `${id.slice(0, 39)}%33` } }),
    mended: file({}),
  },
  { code: 'placeholder', what: 'a name of a value', file: file({ path: { toy_id: '<toy id>' } }), why: 'value' },
  { code: 'id_form', what: 'an ID of another kind', file: file({ path: { toy_id: uuid } }), why: 'value' },
  { code: 'foreign_variable', what: 'one of a shell', body: { name: '%NAME%' }, mended: { name: '{{NAME}}' } },
  { code: 'foreign_variable', what: 'none', body: { name: '{{}}' }, why: 'value' },
  { code: 'blank_at_end', what: 'a blank', body: { name: 'Anna ' }, mended: { name: 'Anna' } },
  { code: 'invisible_character', what: 'one', body: { name: 'An\u200Bna' }, mended: { name: 'Anna' } },
  { code: 'scheme_missing', what: 'a host', body: { url: 'toy.example/a' }, mended: { url: 'https://toy.example/a' } },
  { code: 'no_url', what: 'words', body: { back_url: 'back to us' }, why: 'value' },
];

export interface RefusedCell {
  readonly key: string;
  readonly cell: string;
  /** What the preview says of it. */
  readonly refused: RegExp;
  /** What becomes of it when it is taken as it stands. */
  readonly mended?: unknown;
  readonly why?: keyof typeof reasons;
}

export const refusedCells: readonly RefusedCell[] = [
  { key: 'count', cell: 'many', refused: /is no number$/, why: 'value' },
  { key: 'flag', cell: 'perhaps', refused: /is neither yes nor no$/, why: 'value' },
  { key: 'color', cell: 'gren', refused: /has no such choice$/, mended: 'green' },
  { key: 'color', cell: 'loud', refused: /has no such choice$/, why: 'choice' },
  { key: 'items', cell: 'a', refused: /which a cell can only say as JSON$/, mended: ['a'] },
];
