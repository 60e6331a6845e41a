import assert from 'node:assert/strict';
import type { Dependence, FormField } from '../../../../../src/protocol/form';
import type { JsonValue } from '../../../../../src/protocol/json';
import { FieldChoices } from '../../../../../webview/form/state/fieldChoices';
import { neededWithin, type OuterValues } from '../../../../../webview/form/state/outerValues';

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

  it('are those whose need is met further out, in a list, or in an item of one', () => {
    const shownWith = (onlyWith: Dependence, value: JsonValue, outer: readonly OuterValues[] = []) => {
      const choices = new FieldChoices();
      choices.follow({ ...field, onlyWith }, value, right, outer);
      return choices.shows('proof');
    };
    const ordered: Dependence = { key: 'ordered', above: 2, values: [true], words: '' };
    assert.equal(shownWith(ordered, { ordered: true }, [{ ordered: true }, { ordered: false }]), false);
    assert.equal(shownWith(ordered, {}, [{}, { ordered: true }]), true);
    assert.equal(shownWith(ordered, {}, [{}, { ordered: 'true' }]), true);
    assert.equal(shownWith(ordered, {}), false);
    const ways: Dependence = { key: 'ways', values: ['mail'], words: '' };
    assert.equal(shownWith(ways, { ways: ['sms'] }), false);
    assert.equal(shownWith(ways, { ways: ['sms', 'mail'] }), true);
    const groups: Dependence = { key: 'people', item: ['group'], words: '' };
    assert.equal(shownWith(groups, { people: [{ name: 'Ann' }, { group: '' }] }), false);
    assert.equal(shownWith(groups, { people: [{ name: 'Ann' }, { group: { name: 'Sales' } }] }), true);
    assert.equal(shownWith(groups, { people: { group: 'Sales' } }), true);
    const mails: Dependence = { key: 'steps', item: ['people', 'ways'], values: ['mail'], words: '' };
    const steps = (...ways: readonly JsonValue[]) => ({ steps: [{}, { people: ways.map((one) => ({ ways: one })) }] });
    assert.equal(shownWith(mails, steps('sms', ['sms'])), false);
    assert.equal(shownWith(mails, steps('sms', ['sms', 'mail'])), true);
    assert.equal(shownWith({ ...mails, above: 1 }, {}, [steps('mail')]), true);
    assert.equal(shownWith(mails, { steps: [[{ people: { ways: 'mail' } }]] }), true);
    assert.equal(shownWith(mails, { steps: null }), false);
  });

  it('are looked up among what fields further in name', () => {
    const inner: FormField = { ...field, key: 'place', onlyWith: { key: 'ordered', above: 1, words: '' } };
    const deeper: FormField = { ...field, key: 'deep', onlyWith: { key: 'kind', above: 2, words: '' } };
    const group = (key: string, ...fields: readonly FormField[]): FormField => ({
      kind: 'group',
      key,
      label: key,
      required: false,
      fields,
    });
    const list: FormField = {
      kind: 'list',
      key: 'people',
      label: 'People',
      required: false,
      item: group('', inner, group('settings', deeper)),
      itemLabel: 'Person',
      newItem: {},
    };
    const way: FormField = { ...field, key: 'way', onlyWith: { key: 'info', item: ['way'], above: 1, words: '' } };
    assert.deepEqual(
      [...neededWithin([list, group('other', way), inner])],
      [
        ['ordered', []],
        ['kind', []],
        ['info', ['way']],
      ],
    );
    const twice: FormField = { ...list, key: 'steps', item: group('', list) };
    const onlyWith: Dependence = { key: 'steps', item: ['people', 'way'], above: 2, words: '' };
    const mail = group('options', group('mail', { ...inner, onlyWith }));
    assert.deepEqual([...neededWithin([twice, mail])], [['steps', ['people']]]);
    const farUp: FormField = { ...inner, onlyWith: { key: 'ordered', above: 2, words: '' } };
    const people = { ...list, item: group('', farUp) };
    assert.deepEqual([...neededWithin([{ ...list, key: 'steps', item: group('', people) }])], [['ordered', []]]);
    assert.deepEqual([...neededWithin(list.item.kind === 'group' ? list.item.fields : [])], []);
  });
});
