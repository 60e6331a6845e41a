import assert from 'node:assert/strict';
import { type Address, confirmAddress } from '../../../../src/core/addresses/address';

/** A test's own server stands for a confirmed one. */
export function confirmed(url: string): Address {
  const { href, origin } = new URL(url);
  const address = confirmAddress(href, [origin]);
  assert.ok(address, `${url} is no address`);
  return address;
}
