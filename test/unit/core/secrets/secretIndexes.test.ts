import assert from 'node:assert/strict';
import { maskerOf } from '../../../../src/core/secrets/masker';
import { indexOf } from '../../../../src/core/secrets/search/secretIndexes';

const secret = { name: 'token', value: 'abcdefgh-0123456789' };
const other = { name: 'link', value: 'zyxwvuts-9876543210' };

describe('indexes of secrets', () => {
  it('are shared by calls that carry the same secrets, and by no others', () => {
    const index = indexOf([secret]);
    assert.equal(indexOf([{ ...secret }]), index);
    assert.notEqual(indexOf([secret, other]), index);
    assert.notEqual(indexOf([{ ...secret, name: 'key' }]), index);
    assert.notEqual(indexOf([{ ...secret, value: `${secret.value}0` }]), index);
  });

  it('see what was added to a list after it was asked for', () => {
    const secrets = [secret];
    indexOf(secrets);
    secrets.push(other);
    assert.equal(indexOf(secrets).find(`… ${other.value} …`).length, 1);
  });

  it('mask a text by the secrets of the call, also one that was masked for another call', () => {
    const text = `to ${secret.value} and ${other.value}`;
    assert.equal(maskerOf([secret], undefined).text(text), `to ‹secret:token› and ${other.value}`);
    assert.equal(maskerOf([secret, other], undefined).text(text), 'to ‹secret:token› and ‹secret:link›');
    assert.equal(maskerOf([other], undefined).text(text), `to ${secret.value} and ‹secret:link›`);
  });
});
