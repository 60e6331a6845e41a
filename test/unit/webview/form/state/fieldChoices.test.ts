import assert from 'node:assert/strict';
import type { FormField } from '../../../../../src/protocol/form';
import type { JsonValue } from '../../../../../src/protocol/json';
import { FieldChoices } from '../../../../../webview/form/state/fieldChoices';

const field: FormField = {
  kind: 'text',
  key: 'proof',
  label: 'Proof',
  required: false,
  multiline: false,
  secret: false,
};
const dependent: FormField = { ...field, onlyWith: { key: 'kind', words: 'only with “Kind”' } };
const right = { isWrong: false, isWanted: false };
const wrong = { isWrong: true, isWanted: false };

describe('Which fields of an object are shown', () => {
  const shownAfter = (choices: FieldChoices, value: JsonValue, seen = right, of = field) => {
    choices.follow(of, value, seen);
    return choices.shows(of.key);
  };

  it('are those that are filled, wrong or led to; one that was shown once stays', () => {
    assert.equal(shownAfter(new FieldChoices(), {}), false);
    assert.equal(shownAfter(new FieldChoices(), {}, wrong), true);
    assert.equal(shownAfter(new FieldChoices(), {}, { isWrong: false, isWanted: true }), true);
    const choices = new FieldChoices();
    assert.equal(shownAfter(choices, { proof: 'none' }), true);
    assert.equal(shownAfter(choices, {}), true);
  });

  it('are not those that were taken out, also where they are missed', () => {
    const choices = new FieldChoices();
    assert.equal(shownAfter(choices, { proof: 'none' }), true);
    choices.remove('proof');
    assert.equal(shownAfter(choices, { proof: 'none' }), false, 'the host still has it');
    assert.equal(shownAfter(choices, {}, wrong), false, 'it is missed at once');
    choices.removed('proof');
    assert.equal(shownAfter(choices, {}, wrong), false, 'it is missed');
  });

  it('are not those that were taken out empty, and are missed', () => {
    const choices = new FieldChoices();
    assert.equal(shownAfter(choices, {}, wrong), true);
    choices.remove('proof');
    choices.removed('proof');
    assert.equal(shownAfter(choices, {}, wrong), false);
  });

  it('are those that come back: asked for, led to, undone, or left by the host', () => {
    const removed = () => {
      const choices = new FieldChoices();
      choices.follow(field, { proof: 'none' }, right);
      choices.remove('proof');
      choices.removed('proof');
      choices.follow(field, {}, wrong);
      return choices;
    };
    const asked = removed();
    asked.show('proof');
    assert.equal(shownAfter(asked, {}, wrong), true);
    assert.equal(shownAfter(removed(), {}, { isWrong: true, isWanted: true }), true);
    const undone = removed();
    assert.equal(shownAfter(undone, { proof: 'none' }), true);
    assert.equal(shownAfter(undone, {}, wrong), true);
  });

  it('come and go with what they depend on, unless somebody has decided about them', () => {
    const choices = new FieldChoices();
    assert.equal(shownAfter(choices, { kind: 'sms' }, right, dependent), true);
    assert.equal(shownAfter(choices, { kind: '' }, right, dependent), false);
    choices.remove('proof');
    choices.removed('proof');
    assert.equal(shownAfter(choices, { kind: 'sms' }, right, dependent), false);
    choices.show('proof');
    assert.equal(shownAfter(choices, {}, right, dependent), true);
  });
});
