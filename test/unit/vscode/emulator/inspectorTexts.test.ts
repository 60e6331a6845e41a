import assert from 'node:assert/strict';
import type { LoggedBody, LoggedContent } from '../../../../src/protocol/pages/loggedContent';
import { bodyWords } from '../../../../src/protocol/words/bodyWords';
import { exchangeText } from '../../../../src/vscode/emulator/inspector/exchangeText';
import { remarkLines } from '../../../../src/vscode/emulator/inspector/remarkLines';

describe('What is said of requests to an emulator', () => {
  const body = (part: Partial<LoggedBody>): LoggedBody => ({ kind: 'text', size: 0, text: '', leftOut: 0, ...part });

  for (const [part, words] of [
    [{ kind: 'empty' }, 'No body.'],
    [{ kind: 'binary', size: 9 }, 'No text: 9 bytes.'],
    [{ kind: 'withheld', size: 1 }, 'Not shown, since nobody can say what of it is a secret: 1 byte.'],
    [{ text: 'a', size: 1 }, ''],
    [{ text: 'a', size: 100_000, leftOut: 36_000 }, 'The beginning of 100 kB. Not kept: 36 kB.'],
  ] as const) {
    it(`is "${words}" of a body`, () => assert.equal(bodyWords(body(part)), words));
  }

  it('is copied as it goes over the wire', () => {
    const content: LoggedContent = {
      number: 1,
      address: 'http://127.0.0.1/notes?page=1',
      request: { headers: { accept: '*/*' }, body: body({ text: '{\n  "a": 1\n}', size: 7 }) },
      reply: { headers: {}, body: body({ kind: 'binary', size: 9 }) },
    };
    assert.equal(
      exchangeText({ method: 'POST', status: 400 }, content),
      'POST http://127.0.0.1/notes?page=1\naccept: */*\n\n{\n  "a": 1\n}\n\n400\n\n\n(No text: 9 bytes.)\n',
    );
  });

  it('names faults that wait, and webhooks that were given up without their keys', () => {
    assert.deepEqual(
      remarkLines('Notes', {
        faults: [
          { status: 503, times: 2 },
          { operation: 'notes/create', failure: 'taken', delayMs: 20, times: 1 },
        ],
        givenUp: [
          {
            sentAt: '2030-01-01T00:00:00.000Z',
            to: 'http://127.0.0.1:9/hook?key=abc',
            id: '1',
            event: 'note.created',
            attempts: [{ status: 500 }, { reason: 'It was not reached.' }],
          },
          { sentAt: '', to: 'http://127.0.0.1:9/hook', id: '2', attempts: [{ status: 410 }] },
        ],
      }),
      [
        'Notes: a fault waits for any call that needs a token: status 503. Calls left: 2',
        'Notes: a fault waits for notes/create: failure taken, delayMs 20. Calls left: 1',
        'Notes: note.created to http://127.0.0.1:9/hook was given up. Attempts: 2. It was not reached.',
        'Notes: An event to http://127.0.0.1:9/hook was given up. Attempts: 1. answered 410',
      ],
    );
  });
});
