import assert from 'node:assert/strict';
import { inspect } from 'node:util';
import { allAtCaller, atCaller, named } from '../../../src/package/atCaller';
import { startEmulators } from '../../../src/package/main';

async function rejected(act: () => Promise<unknown>): Promise<Error> {
  try {
    await act();
  } catch (error: unknown) {
    assert.ok(error instanceof Error);
    return error;
  }
  return assert.fail('nothing was thrown');
}

function frames({ stack = '' }: Error): readonly string[] {
  return stack.split('\n').filter((line) => /^\s+at /.test(line));
}

describe('Errors of the package', () => {
  it('show the line of whoever called, and none of the package', async () => {
    const wrong = await rejected(async function callingLine() {
      // A program without types.
      await startEmulators({ provider: ['nobody'] } as never);
    });
    assert.match(frames(wrong)[0] ?? '', /callingLine/);
    assert.match(inspect(wrong), /^TypeError: startEmulators knows no "provider"\. Did you mean "providers"\?\n/);
  });

  it('keep the stack of what is a mistake of ours', async () => {
    const broken = async function innermost(): Promise<void> {
      await null;
      // biome-ignore lint/suspicious/noExplicitAny: what breaks is not typed.
      (undefined as any).nothing();
    };
    const [mine, foreseen] = await Promise.all([
      rejected(atCaller(broken)),
      rejected(() => allAtCaller({ act: async () => Promise.reject(new Error('No port.')) }).act()),
    ]);
    assert.match(frames(mine)[0] ?? '', /innermost/);
    assert.equal(foreseen.message, 'No port.');
  });

  it('have the name that is documented, however a class is called', () => {
    const Made = named('CallError', class a extends Error {});
    assert.match(inspect(new Made('It failed.')), /^(?:Error|CallError): It failed\./);
  });
});
