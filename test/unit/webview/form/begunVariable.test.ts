import assert from 'node:assert/strict';
import fc from 'fast-check';
import { begunAt, namesLike, withVariable } from '../../../../webview/form/aids/begunVariable';

/** The caret is at the bar. */
function completed(marked: string, name: string): string | undefined {
  const caret = marked.indexOf('|');
  const text = marked.replace('|', '');
  const begun = begunAt(text, caret);
  if (begun === undefined) return undefined;
  const next = withVariable(text, begun, name);
  return `${next.text.slice(0, next.caret)}|${next.text.slice(next.caret)}`;
}

describe('names that are completed where {{ is typed', () => {
  for (const [marked, expected] of [
    ['{{|', '{{email}}|'],
    ['{{em|', '{{email}}|'],
    ['{{ em|', '{{ email}}|'],
    ['to {{em| and on', 'to {{email}}| and on'],
    ['{{em|}}', '{{email}}|'],
    ['{{em|ial }} x', '{{email}}| x'],
    ['{{a}}{{$|', '{{a}}{{email}}|'],
    ['{{a}}|', undefined],
    ['{a|', undefined],
    ['plain|', undefined],
  ] as const) {
    it(marked, () => assert.equal(completed(marked, 'email'), expected));
  }

  it('keep what stands before the name and behind the braces', () => {
    const plain = fc.stringMatching(/^[ a-z@.]{0,12}$/);
    fc.assert(
      fc.property(plain, plain, (before, after) => {
        const text = `${before}{{`;
        const begun = begunAt(`${text} ${after}`, text.length);
        assert.ok(begun);
        assert.equal(withVariable(`${text} ${after}`, begun, 'x').text, `${before}{{x}} ${after}`);
      }),
    );
  });

  it('come first where they begin like what was typed', () => {
    const names = ['last_name', 'name', '$date', 'Names'].map((name) => ({ name }));
    assert.deepEqual(
      namesLike(names, 'name').map(({ name }) => name),
      ['name', 'Names', 'last_name'],
    );
    assert.deepEqual(namesLike(names, 'x'), []);
  });
});
