import assert from 'node:assert/strict';
import { HistoryError } from '../../../../src/core/history/historyError';
import { UnusableToken } from '../../../../src/core/sending/tokens/readToken';
import { explainError, ForeseenError, ProblemError, remedyCommand } from '../../../../src/vscode/shell/explainError';

const full = Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' });
const notFound = Object.assign(new Error('EntryNotFound (FileSystemError): ENOENT'), {
  name: 'EntryNotFound (FileSystemError)',
});
const outOfStack = new RangeError('Maximum call stack size exceeded');
const text = { title: 'It did not start', cause: 'It is asleep.', nextStep: 'Wake it.' };
const unknown = { kind: 'emulatorStopped', provider: 'Demo' } as const;

describe('errors in words for a person', () => {
  interface Row {
    readonly name: string;
    readonly error: unknown;
    readonly title: RegExp;
    /** Only what nobody foresaw, whose details are for the log. */
    readonly logged: boolean;
  }
  const rows: readonly Row[] = [
    { name: 'a problem', error: new ProblemError(unknown, { provider: 'demo' }), title: /emulator/i, logged: false },
    { name: 'what was foreseen', error: new ForeseenError(text), title: /^It did not start$/, logged: false },
    {
      name: 'a full disk',
      error: new HistoryError('read', '~/history', full),
      title: /^The disk is full/,
      logged: false,
    },
    { name: 'a file system', error: notFound, title: /^A file or folder could not be used$/, logged: true },
    { name: 'an exception of the engine', error: outOfStack, title: /^This is a mistake in E-Sign/, logged: true },
    { name: 'an error without words', error: new UnusableToken('"a" is 5'), title: /^This is a mistake/, logged: true },
    { name: 'no error at all', error: 'ENOENT', title: /^This is a mistake in E-Sign/, logged: true },
    { name: 'nothing', error: undefined, title: /^This is a mistake in E-Sign/, logged: true },
  ];
  for (const { name, error, title, logged } of rows) {
    it(`${name}: ${title.source}`, () => {
      const log: unknown[][] = [];
      const said = explainError({ error: (...line) => log.push(line) }, 'It failed.', error);
      assert.match(said.title, title);
      assert.ok(said.cause !== '' && said.nextStep !== '');
      assert.deepEqual(log, logged ? [['It failed.', error]] : []);
      assert.doesNotMatch(JSON.stringify(said), /ENOENT|ENOSPC|call stack|FileSystemError|is 5/);
      assert.equal(said.remedy?.command === 'esign.showLog', logged);
    });
  }

  it('the log is about no connection', () => {
    const remedy = { command: 'esign.showLog', title: 'Show Log' } as const;
    assert.deepEqual(remedyCommand(remedy, { provider: 'demo' }), { ...remedy, arguments: [] });
  });
});
