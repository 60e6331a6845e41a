import assert from 'node:assert/strict';
import { sentence } from '../../../../webview/ui/sentence';

it('a sentence has its elements where the language puts them', () => {
  const said = (text: string) => [sentence(text, 'one', 'two')].flat().join('');
  assert.equal(said('First {0}, then {1}.'), 'First one, then two.');
  assert.equal(said('{1} nach {0}'), 'two nach one');
  assert.equal(said('Nothing in it'), 'Nothing in it');
});
