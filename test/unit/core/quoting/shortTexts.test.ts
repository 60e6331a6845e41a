import assert from 'node:assert/strict';
import fc from 'fast-check';
import * as z from 'zod';
import { loadFile } from '../../../../src/core/attachments/loadFiles';
import { type FileSystem, readNamedFile } from '../../../../src/core/attachments/namedFile';
import { validateRequest } from '../../../../src/core/forms/checks/validateRequest';
import { defineOperation, defineRule } from '../../../../src/core/operation';
import { describeProblem } from '../../../../src/core/problems/describeProblem';
import type { Problem } from '../../../../src/core/problems/problem';
import { quotable } from '../../../../src/core/quoting/oneLine';
import { shortened } from '../../../../src/core/quoting/shortened';
import { parseRequestFile } from '../../../../src/core/requests/requestFile';
import type { JsonValue } from '../../../../src/protocol/json';
import { runs } from '../../fixtures/runs';

/** Nobody reads more of one sentence; the last character may say that there is more. */
const longest = 1_001;

const request = {
  path: z.object({ id: z.string().min(1) }),
  body: z.object({
    text: z.string().max(5).optional(),
    email: z.email().optional(),
    address: z.url().optional(),
    number: z.int().optional(),
    flag: z.boolean().optional(),
    choice: z.enum(['one', 'two']).optional(),
    file: z.string().optional().meta({ widget: 'fileBase64' }),
    list: z.array(z.object({ name: z.string() })).optional(),
    free: z.record(z.string(), z.int()).optional(),
  }),
};

const operation = defineOperation({
  id: 'quill/write',
  title: 'Write',
  summary: 'Writes.',
  method: 'POST',
  path: '/notes/{id}',
  docs: 'https://quill.example/docs',
  request,
  rules: [
    defineRule<typeof request>({
      failure: 'quoted',
      statement: 'Nothing is quoted.',
      check: ({ body }) => [{ pointer: '/body/text', message: `It is "${JSON.stringify(body)}".` }],
    }),
  ],
  replies: { 200: z.undefined() },
  examples: [],
});

/** Of any size, of what makes checks say something. */
const large = fc
  .tuple(
    fc.constantFrom(
      ' ',
      'x',
      '5',
      '..',
      '{{a',
      '"',
      '\u200B',
      '\n',
      '{',
      '[',
      '/',
      'data:',
      '\u202E',
      '\ud800',
      'true',
    ),
    fc.constantFrom(1, 300, 20_000),
    fc.constantFrom('', '5', 'x', '@', 'https://', 'data:', '../', '%2e', ' ', '}}'),
    fc.constantFrom('', '5', '"', ' ', '}}', ','),
  )
  .map(([unit, times, start, end]) => `${start}${unit.repeat(times)}${end}`);

const anything: fc.Arbitrary<JsonValue> = fc.oneof(
  large,
  large.map((text) => [text]),
  large.map((text) => ({ [text]: text })),
  large.map((text) => [{ name: text, [text]: 1 }]),
);

describe('What is said of a value of any size', () => {
  it('is no longer than a person reads, of the values of a request', () => {
    const names = Object.keys(request.body.shape);
    fc.assert(
      fc.property(fc.constantFrom(...names), anything, large, (name, value, id) => {
        const { issues } = validateRequest(operation, { path: { id }, body: { [name]: value } });
        for (const { message, mend } of issues) {
          assert.ok(message.length <= longest, message.slice(0, 200));
          assert.ok((mend?.title.length ?? 0) + (mend?.titleForAll?.length ?? 0) <= longest);
        }
      }),
      { numRuns: runs(60) },
    );
  });

  it('is no longer than a person reads, of the frame and the text of a request', () => {
    const section = fc.constantFrom('operation', 'connection', 'path', 'query', 'other');
    fc.assert(
      fc.property(section, anything, large, (name, value, key) => {
        const frame = { operation: 'a/b', connection: 'c', [key]: 1, [name]: value };
        const text = JSON.stringify(frame);
        for (const written of [text, `${text.slice(0, -1)},${text.slice(1)}`, text.replaceAll('"', "'")]) {
          const parsed = parseRequestFile(written);
          for (const { message } of parsed.issues ?? []) assert.ok(message.length <= longest, message.slice(0, 200));
          const detail = parsed.kind === 'unreadable' ? parsed.detail : '';
          assertShort({ kind: 'unreadableRequest', detail });
        }
      }),
      { numRuns: runs(20) },
    );
  });

  it('is no longer than a person reads, of any problem', () => {
    fc.assert(
      fc.property(large, (text) => {
        for (const problem of problemsWith(text)) assertShort(problem);
      }),
    );
  });

  const nothing: FileSystem = {
    separator: '/',
    placeOf: (folder, name) => `${folder}/${name}`,
    realPlace: async (place) => (place === '/folder' ? place : undefined),
    read: async () => ({ kind: 'missing' }),
    stampOf: async () => '',
    namesIn: async () => [],
  };
  it('is no longer than a person reads, of a file', async () => {
    await fc.assert(
      fc.asyncProperty(large, fc.boolean(), async (value, inline) => {
        const loaded = await loadFile({ value, inline }, (name) => readNamedFile(nothing, ['/folder'], name));
        if ('problem' in loaded) assertShort(loaded.problem);
      }),
    );
  });
});

describe('What is quoted', () => {
  const rows: readonly (readonly [text: string, shown: string])[] = [
    ['a name', 'a name'],
    ['a\r\nb\nc\td', 'a\\u000ab\\u000ac d'],
    ['a "name"', "a 'name'"],
    ['\u202eb\u0007', '\\u202eb\\u0007'],
    ['x'.repeat(100), `${'x'.repeat(60)}…`],
    [`${'x'.repeat(59)}😀`, `${'x'.repeat(59)}…`],
  ];
  for (const [text, shown] of rows) {
    it(`${JSON.stringify(text).slice(0, 40)} stands in one line`, () => assert.equal(quotable(text), shown));
  }

  it('is cut between characters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.nat(40), (text, most) => {
        const cut = shortened(text, most);
        assert.ok(cut.length <= most + 1);
        assert.ok(half.test(text) || !half.test(cut));
      }),
    );
  });
});

const half = /\p{Cs}/u;

function assertShort(problem: Problem): void {
  const { title, cause, nextStep } = describeProblem(problem);
  assert.ok(title.length <= longest, title.slice(0, 200));
  assert.ok(cause.length <= 7 * longest, cause.slice(0, 200));
  assert.ok(nextStep.length <= longest, nextStep.slice(0, 200));
  if (problem.kind !== 'unreadableRequest') assert.doesNotMatch(title, /\n/);
}

function problemsWith(text: string): readonly Problem[] {
  const names = Array.from({ length: 30 }, () => text);
  const failures = ['unreachable', 'brokenOff', 'malformedReply', 'untrustedCertificate'] as const;
  return [
    { kind: 'unreadableRequest', detail: text },
    { kind: 'unknownOperation', operation: text, meant: [text] },
    { kind: 'invalidRequest', issues: [{ pointer: `/${text}`, code: 'odd', message: text, severity: 'error' }] },
    { kind: 'unknownConnection', provider: text, connection: text },
    { kind: 'invalidBaseUrl', baseUrl: text, reason: text },
    { kind: 'invalidPathPrefix', pathPrefix: text, reason: text },
    { kind: 'invalidTls', connection: text, reason: text },
    { kind: 'unusableCertificate', connection: text, file: text, reason: text },
    { kind: 'unsendableBody', reason: text },
    { kind: 'invalidAddress', part: 'path', pointer: text, reason: text },
    { kind: 'foreignOrigin', connection: text, origin: text, confirmed: names },
    { kind: 'missingCredentials', provider: text, connection: text, names },
    { kind: 'malformedCredential', name: text, reason: text },
    { kind: 'unconfirmedOrigin', connection: text, origin: text },
    { kind: 'unknownVariable', name: text, pointer: text },
    { kind: 'credentialsNotAllowed', name: text, pointer: text },
    { kind: 'unreadableFile', path: text, reason: text },
    { kind: 'tokenRefused', provider: text, status: 400, detail: text, nextStep: text },
    { kind: 'unusableToken', provider: text, detail: text, nextStep: text },
    { kind: 'oddReply', operation: text, difference: text },
    { kind: 'emulatorStopped', provider: text },
    { kind: 'notOpened', provider: text, connection: text, opening: text },
    ...failures.map((kind): Problem => ({ kind: 'noReply', url: text, failure: { kind, code: text, detail: text } })),
    { kind: 'bug', detail: text },
  ];
}
