import assert from 'node:assert/strict';
import type { Failure, Operation, Provider } from '../../../../src/core/provider';
import { recogniseErrors } from '../../../../src/core/sending/recogniseErrors';

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
  return recogniseErrors(provider, {} as Operation, reply)[0]?.failure?.id;
}
