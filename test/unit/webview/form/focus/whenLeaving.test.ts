import * as assert from 'node:assert/strict';
import { isOfEditor } from '../../../../../webview/form/focus/whenLeaving';

const none = { ctrlKey: false, metaKey: false, altKey: false };
const withCtrl = { ...none, ctrlKey: true };
const withCommand = { ...none, metaKey: true };
const withAlt = { ...none, altKey: true };

describe('A stroke that may lead away from a page', () => {
  for (const [key, held] of [
    ['PageDown', withCtrl],
    ['Tab', withCtrl],
    ['Enter', withCommand],
    ['s', withCtrl],
    ['PageUp', withAlt],
    ['F1', none],
  ] as const) {
    it(`is ${Object.keys(held).filter((name) => held[name as keyof typeof held])} ${key}`, () => {
      assert.equal(isOfEditor({ key, ...held }), true);
    });
  }

  for (const [key, held] of [
    ['a', none],
    ['Enter', none],
    ['F', none],
    ['Control', withCtrl],
    ['C', withCtrl],
    ['z', withCommand],
    ['ArrowLeft', withCtrl],
    ['Backspace', withAlt],
    ['@', { ...withCtrl, altKey: true }],
    ['l', withAlt],
  ] as const) {
    it(`is not ${Object.keys(held).filter((name) => held[name as keyof typeof held])} ${key}`, () => {
      assert.equal(isOfEditor({ key, ...held }), false);
    });
  }
});
