import assert from 'node:assert/strict';
import { type CommandId, commands } from '../../../../src/vscode/shell/contributions/commands';

/* What is done over and over is done by keys; a test in the browser holds that one command lists them all. */

const frequent: readonly CommandId[] = [
  'esign.newRequest',
  'esign.send',
  'esign.sendAnyway',
  'esign.saveRequest',
  'esign.switchConnection',
  'esign.fillWithExamples',
  'esign.openAsText',
  'esign.openAsForm',
  'esign.openTextBeside',
  'esign.showReply',
  'esign.takeNextStep',
  'esign.openSigningLink',
  'esign.signAs',
  'esign.documentAction',
  'esign.history.search',
  'esign.history.replay',
  'esign.waysToFail',
  'esign.showShortcuts',
];

const withKeys = Object.entries(commands).flatMap(([id, { keys = [] }]) => keys.map((one) => ({ id, ...one })));

describe('Keys of commands', () => {
  for (const id of frequent) {
    it(`are there for ${id}`, () => assert.ok(withKeys.some((one) => one.id === id)));
  }

  it('are there for nothing else, so that this list is theirs', () => {
    assert.deepEqual(new Set(withKeys.map(({ id }) => id)), new Set(frequent));
  });

  it('mean one thing at a time', () => {
    const places = withKeys.map(({ key, when }) => `${key} ${when ?? ''}`);
    assert.deepEqual(
      places.filter((place, index) => places.indexOf(place) !== index),
      [],
    );
    // What has keys everywhere shares them with nothing.
    const everywhere = withKeys.filter(({ when }) => when === undefined).map(({ key }) => key);
    assert.deepEqual(
      everywhere.filter((key) => withKeys.filter((one) => one.key === key).length > 1),
      [],
    );
  });
});
