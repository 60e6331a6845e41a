import assert from 'node:assert/strict';
import { exportedValues, type Named, sharedNames } from './names';

/** Names that two places have on purpose. */
const shared: Readonly<Record<string, string>> = {
  giveInputs: 'what to do is said of the command line and of the editor in the words of each',
  noConnection: 'what is missing is said of the command line and of the editor in the words of each',
  noEmulator: 'what is missing is said of the command line and of the editor in the words of each',
  onlyOnEmulator: 'why it is refused is said of the command line and of the editor in the words of each',
  runCommandLine: 'the npm package gives what the command line is',
  startEmulators: 'the npm package gives what starts the emulators',
};

describe('Names of functions and values', () => {
  it('are there once where both can be seen', () => {
    const found = exportedValues();
    assert.ok(found.length > 3000, 'hardly any name was found');
    const names = sharedNames(found);
    const unexpected = names.filter((line) => !Object.hasOwn(shared, line.slice(0, line.indexOf(':'))));
    assert.deepEqual(unexpected, []);
    assert.equal(names.length, Object.keys(shared).length, 'an exception is no longer needed');
  });

  const cases: readonly (readonly [why: string, files: readonly string[], isShared: boolean])[] = [
    ['two of one room', ['src/core/a.ts', 'src/core/json/b.ts'], true],
    ['what is imported, and who imports it', ['src/core/a.ts', 'src/kit/b.ts'], true],
    ['rooms that know nothing of each other', ['src/kit/a.ts', 'webview/b.ts'], false],
    ['two providers', ['src/providers/a/b.ts', 'src/providers/c/b.ts'], false],
    ['two files of a provider', ['src/providers/a/facts.ts', 'src/providers/a/steps.ts'], true],
    [
      'what a provider says and what its emulator does',
      ['src/providers/a/steps.ts', 'src/providers/a/emulator/b.ts'],
      false,
    ],
    ['a provider and what it is made of', ['src/providers/a/steps.ts', 'src/kit/b.ts'], true],
  ];
  for (const [why, files, isShared] of cases) {
    it(`are ${isShared ? '' : 'not '}told apart: ${why}`, () => {
      const found = files.map((path): Named => ({ path, name: 'one' }));
      assert.deepEqual(sharedNames(found), isShared ? [`one: ${files.join(' ')}`] : []);
    });
  }
});
