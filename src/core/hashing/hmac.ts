import { sha256 } from './sha256';

const blockSize = 64;

/** HMAC-SHA256 as bytes. */
export type Hmac = (key: Uint8Array, message: Uint8Array) => Uint8Array;

/** HMAC-SHA256 (RFC 2104) as bytes, by which webhooks prove where they come from. */
export function hmacSha256(key: Uint8Array, message: Uint8Array): Uint8Array {
  const short = key.length > blockSize ? bytesOfHex(sha256(key)) : key;
  const block = new Uint8Array(blockSize);
  block.set(short);
  const inner = bytesOfHex(
    sha256(
      joined(
        block.map((byte) => byte ^ 0x36),
        message,
      ),
    ),
  );
  return bytesOfHex(
    sha256(
      joined(
        block.map((byte) => byte ^ 0x5c),
        inner,
      ),
    ),
  );
}

export function bytesOfHex(hex: string): Uint8Array {
  return Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}

function joined(one: Uint8Array, other: Uint8Array): Uint8Array {
  const whole = new Uint8Array(one.length + other.length);
  whole.set(one);
  whole.set(other, one.length);
  return whole;
}
