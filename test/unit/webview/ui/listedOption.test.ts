import assert from 'node:assert/strict';
import { besides } from '../../../../webview/ui/listedOption';

describe('An option of a list', () => {
  const said = (option: Parameters<typeof besides>[0], withValues = true) =>
    besides(option, withValues).map(({ kind, text }) => `${kind}: ${text}`);

  it('says its value and what is known of it besides its label, and nothing twice', () => {
    assert.deepEqual(said({ value: '01f5', label: 'Signer 1', detail: 'invited' }), ['value: 01f5', 'detail: invited']);
    assert.deepEqual(said({ value: '01f5', label: 'Signer 1', detail: '01f5' }), ['value: 01f5']);
    assert.deepEqual(said({ value: 'Signer 1', label: 'Signer 1', detail: '01f5' }), ['detail: 01f5']);
    assert.deepEqual(said({ value: '01f5', label: 'Signer 1', detail: 'Signer 1' }), ['value: 01f5']);
    assert.deepEqual(said({ value: '01f5', label: '01f5', detail: '' }), []);
  });

  it('says the detail alone where values are not said', () => {
    assert.deepEqual(said({ value: '01f5', label: 'Signer 1', detail: '01f5' }, false), ['detail: 01f5']);
  });
});
