import assert from 'node:assert/strict';
import type { JsonValue } from '../../../../../src/protocol/json';
import { emptyText, jsonText, readJson, readText, textOf } from '../../../../../webview/form/fields/scalarText';
import { Draft, type DraftPorts } from '../../../../../webview/form/state/draft';

/** A draft whose clock is turned by hand. */
function start(value: JsonValue | undefined, ports: Partial<DraftPorts> = {}) {
  const posted: (JsonValue | undefined)[] = [];
  const waitingFor: (() => void)[] = [];
  const held: (string | undefined)[] = [];
  let waiting: (() => void) | undefined;
  const draft = new Draft(value, {
    read: (text) => readText(text, emptyText(false)),
    write: textOf,
    post: (next, _, done) => {
      posted.push(next);
      waitingFor.push(done);
    },
    hold: (text) => held.push(text),
    changed: () => {},
    schedule: (task) => {
      waiting = task;
      return () => {
        waiting = undefined;
      };
    },
    ...ports,
  });
  const pause = () => waiting?.();
  /** The host shows a value, and has done what it was told so often. */
  const show = (next: JsonValue | undefined, done: number) => {
    draft.follow(next);
    for (const settle of waitingFor.splice(0, done)) settle();
  };
  return { draft, posted, held, pause, show };
}

describe('Draft', () => {
  it('tells the host once what was typed in a burst', () => {
    const { draft, posted, pause } = start('a');
    draft.type('ab');
    draft.type('abc');
    assert.deepEqual(posted, []);
    pause();
    assert.deepEqual(posted, ['abc']);
  });

  it('keeps the text while the host says what was typed before', () => {
    const { draft, pause, show } = start('a');
    draft.type('ab');
    pause();
    draft.type('abc');
    show('ab', 1);
    assert.equal(draft.text, 'abc');
    pause();
    show('abc', 1);
    assert.equal(draft.text, 'abc');
  });

  it('keeps the text as long as the host does not know it', () => {
    const { draft, pause, show } = start('a');
    draft.type('ab');
    pause();
    show('a', 0);
    show('other', 0);
    assert.equal(draft.text, 'ab');
    show('ab', 1);
    assert.equal(draft.text, 'ab');
  });

  it('shows what the text says when the host has refused what was typed', () => {
    const redrawn: string[] = [];
    const { draft, pause, show } = start('a', { changed: () => redrawn.push(draft.text) });
    draft.type('ab');
    pause();
    show('a', 1);
    assert.equal(draft.text, 'a');
    assert.equal(redrawn.at(-1), 'a');
  });

  it('follows an undo to a value that was typed here', () => {
    const { draft, pause, show } = start('a');
    draft.type('ab');
    pause();
    show('ab', 1);
    draft.type('abc');
    pause();
    show('abc', 1);
    show('ab', 0);
    assert.equal(draft.text, 'ab');
  });

  it('lets what is being typed win over a change from outside', () => {
    const { draft, posted, pause } = start('a');
    draft.type('ab');
    draft.follow('other');
    assert.equal(draft.text, 'ab');
    pause();
    assert.deepEqual(posted, ['ab']);
  });

  it('says nothing when the text is back where it was', () => {
    const { draft, posted, pause } = start('a');
    draft.type('ab');
    draft.type('a');
    pause();
    assert.deepEqual(posted, []);
    draft.follow('b');
    assert.equal(draft.text, 'b');
  });

  it('takes an optional value out when its text is emptied', () => {
    const { draft, posted } = start('a');
    draft.type('');
    draft.flush();
    assert.deepEqual(posted, [undefined]);
  });

  it('tells nothing after it was dropped', () => {
    const { draft, posted } = start('a');
    draft.type('ab');
    draft.drop();
    draft.flush();
    assert.deepEqual(posted, []);
  });

  it('holds a text that is no value, and lets it go when it is one', () => {
    const { draft, posted, held, pause } = start(
      { a: 1 },
      {
        read: (text) => readJson(text, { kind: 'absent' }),
        write: jsonText,
      },
    );
    draft.type('{"a":');
    pause();
    assert.deepEqual(posted, []);
    assert.equal(held.at(-1), '{"a":');
    assert.match(draft.error ?? '', /not JSON yet/);
    draft.type('{"a":2}');
    pause();
    assert.deepEqual(posted, [{ a: 2 }]);
    assert.equal(held.at(-1), undefined);
    assert.equal(draft.error, undefined);
  });

  it('starts from a held text', () => {
    const draft = new Draft(1, { ...start(1).draft.ports, write: textOf }, 'held');
    assert.equal(draft.text, 'held');
  });
});
