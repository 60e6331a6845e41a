import assert from 'node:assert/strict';
import type { Failure } from '../../../../src/core/failure';
import type { Operation } from '../../../../src/core/operation';
import type { Provider } from '../../../../src/core/provider';
import { mostExplained, mostLookedAt, recogniseErrors } from '../../../../src/core/sending/recogniseErrors';

const failure = (id: string, message: string): Failure => ({
  id,
  message,
  status: 400,
  meaning: '',
  nextStep: '',
  source: '',
});

const failures = [
  failure('plain', 'Not found'),
  failure('ending', 'The role {role} is assigned to {signer}.'),
  failure('beginning', '{file} did not upload.'),
  failure('open', 'Not valid: {problem}'),
];

describe('documented failures by their text', () => {
  const rows: readonly (readonly [message: string, expected: string | undefined])[] = [
    ['Not found', 'plain'],
    [' not FOUND ', 'plain'],
    ['Not found.', undefined],
    ['The role Buyer 1 is assigned to ben@example.com.', 'ending'],
    ['The role is assigned to ben@example.com', undefined],
    ['Annex 1. Draft did not upload. pdf did not upload.', 'beginning'],
    ['did not upload', undefined],
    ['Not valid: 1 < 2', 'open'],
    ['It is Not valid: 1', undefined],
  ];
  for (const [message, expected] of rows) {
    it(`"${message}" is ${expected ?? 'none of them'}`, () => assert.equal(recognised(message), expected));
  }
});

function recognised(message: string): string | undefined {
  const provider = { failures, readErrors: () => [{ message }] } as unknown as Provider;
  const reply = { status: 400, statusText: '', headers: {}, bytes: new Uint8Array(), durationMs: 0 };
  return recogniseErrors(provider, {} as Operation, reply).errors[0]?.failure?.id;
}

describe('documented failures by their code', () => {
  const coded = (id: string, code: number, message: string): Failure => ({ ...failure(id, message), code });
  const known = [
    coded('specific', 17, 'The owner cannot be invited'),
    coded('first', 1000, 'Document not found'),
    coded('second', 1000, 'Group not found'),
    { ...coded('guess', 18, 'Made up'), illustrative: ['status', 'code', 'message'] as const },
    { ...coded('sure', 20, 'Made up, too'), illustrative: ['message'] as const },
  ];
  interface Row {
    readonly code: number;
    readonly message?: string;
    readonly body?: string;
    readonly failure?: string;
    readonly isCatchAll?: true;
  }
  const rows: readonly Row[] = [
    { code: 17, message: 'Another text', failure: 'specific' },
    { code: 17, failure: 'specific' },
    { code: 17, body: '' },
    { code: 1000, message: 'Document not found', failure: 'first' },
    { code: 1000, message: 'group not found', failure: 'second' },
    { code: 1000, message: 'Daily limit exceeded', isCatchAll: true },
    { code: 1000 },
    { code: 18, message: 'Another text' },
    { code: 19, message: 'Another text' },
    { code: 20, message: 'Another text', failure: 'sure' },
  ];
  for (const { code, message, body = '{}', failure: expected, isCatchAll } of rows) {
    it(`${code} with ${JSON.stringify(message)} in ${JSON.stringify(body)} is ${expected ?? 'none'}${isCatchAll ? ', a catch-all' : ''}`, () => {
      const error = { code, ...(message !== undefined && { message }) };
      const provider = { failures: known, readErrors: () => [error] } as unknown as Provider;
      const bytes = new TextEncoder().encode(body);
      const reply = { status: 400, statusText: '', headers: {}, bytes, durationMs: 0 };
      const [recognisedError] = recogniseErrors(provider, {} as Operation, reply).errors;
      assert.deepEqual([recognisedError?.failure?.id, recognisedError?.isCatchAll], [expected, isCatchAll]);
    });
  }
});

describe('a reply that names more errors than anybody reads', () => {
  const rows: readonly (readonly [named: number, message: string, kept: number, more: number])[] = [
    [mostExplained, 'Not found', mostExplained, 0],
    [mostExplained + 1, 'Not found', mostExplained, 1],
    [300_000, 'Not found', mostExplained, 300_000 - mostExplained],
    [mostLookedAt, 'Unheard of', mostLookedAt, 0],
    [300_000, 'Unheard of', mostLookedAt, 300_000 - mostLookedAt],
  ];
  for (const [named, message, kept, more] of rows) {
    it(`${named} times "${message}": ${kept} are looked at, ${more} are counted`, () => {
      let looks = 0;
      const watched = failures.map((one) => ({
        ...one,
        get message() {
          looks += 1;
          return one.message;
        },
      }));
      const provider = { failures: watched, readErrors: () => Array.from({ length: named }, () => ({ message })) };
      const reply = { status: 400, statusText: '', headers: {}, bytes: new Uint8Array(), durationMs: 0 };
      const { errors, moreErrors } = recogniseErrors(provider as unknown as Provider, {} as Operation, reply);
      assert.deepEqual([errors.length, moreErrors], [kept, more]);
      // Once more to find out which codes tell nothing.
      assert.ok(looks <= failures.length * (kept + 1), `${looks} looks`);
    });
  }

  it('one that is known is found behind many that are not', () => {
    const unknown = Array.from({ length: mostLookedAt - 1 }, () => ({ message: 'Unheard of' }));
    const provider = { failures, readErrors: () => [...unknown, { message: 'Not found' }] } as unknown as Provider;
    const reply = { status: 400, statusText: '', headers: {}, bytes: new Uint8Array(), durationMs: 0 };
    assert.equal(recogniseErrors(provider, {} as Operation, reply).errors.at(-1)?.failure?.id, 'plain');
  });
});
