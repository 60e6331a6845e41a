import assert from 'node:assert/strict';
import { deliveryAddress } from '../../../../src/core/webhooks/deliveryAddress';

describe('deliveryAddress', () => {
  const here = [
    'http://127.0.0.1:3000/hook?a=1',
    'http://localhost/',
    'https://[::1]:8443/hook',
    'http://127.8.9.10/',
    // Other spellings of numbers are numbers of this machine.
    'http://0x7f000001/',
    'http://2130706433/',
  ];
  for (const url of here) {
    it(`${url} is this machine`, () => assert.equal(deliveryAddress(url).kind, 'address'));
  }

  const elsewhere = [
    'https://example.com/hook',
    'http://10.0.0.7/',
    'http://169.254.169.254/latest/meta-data',
    'http://127.0.0.1.example.com/',
    'http://localhost.example.com/',
    'http://my-localhost/',
    'http://user:secret@127.0.0.1/',
    'file:///etc/passwd',
    'http://127.0.0.1/a b',
    'http://127.0.0.1/\n',
    'nothing',
  ];
  for (const url of elsewhere) {
    it(`${JSON.stringify(url)} is not`, () => assert.equal(deliveryAddress(url).kind, 'refused'));
  }

  it('takes a host that a person named, with its port or with any', () => {
    assert.equal(deliveryAddress('http://app:3000/hook', ['app']).kind, 'address');
    assert.equal(deliveryAddress('http://app:3000/hook', ['APP:3000']).kind, 'address');
    assert.equal(deliveryAddress('http://app:3001/hook', ['app:3000']).kind, 'refused');
    assert.equal(deliveryAddress('http://app/hook', ['app:80']).kind, 'address');
    assert.equal(deliveryAddress('https://app/hook', ['app:80']).kind, 'refused');
    assert.equal(deliveryAddress('http://[fd00::7]:81/hook', ['fd00::7']).kind, 'address');
    assert.equal(deliveryAddress('http://10.0.0.7/hook', ['0x0a000007']).kind, 'address');
    assert.equal(deliveryAddress('http://app/hook', ['::::', '*', '', 'app:0', 'a b']).kind, 'refused');
    assert.equal(deliveryAddress('http://app.example.com/', ['app']).kind, 'refused');
  });

  it('sends no fragment', () => {
    const found = deliveryAddress('http://127.0.0.1:1/hook#part');
    assert.equal(found.kind === 'address' && found.url, 'http://127.0.0.1:1/hook');
  });
});
