import type { EmulatorTools } from '../core/emulation';
import { lastDate } from './lastDate';

/** Bytes of the asked-for number; the Node server brings the system's own source. */
export type Random = (bytes: number) => Uint8Array;

export interface Clock {
  now(): number;
  /** How much faster than the real one it runs. */
  readonly speed: number;
  /** How far, in milliseconds. */
  readonly ahead: number;
  run(speed: number): void;
  advance(ms: number): void;
  reset(): void;
}

/** Runs with the real clock, or faster, and ahead of it by what a tester advanced. */
export function createClock(now: () => number, initialSpeed = 1): Clock {
  let ahead = 0;
  let speed = initialSpeed;
  let changedAt = now();
  const since = () => (speed === 1 ? 0 : (now() - changedAt) * (speed - 1));
  const run = (next: number) => {
    ahead += since();
    changedAt = now();
    speed = next;
  };
  return {
    // However fast it runs: there are no later dates.
    now: () => Math.min(Math.floor(now() + ahead + since()), lastDate),
    get speed() {
      return speed;
    },
    get ahead() {
      return Math.floor(ahead + since());
    },
    run,
    advance: (ms) => {
      ahead += ms;
    },
    reset: () => {
      run(initialSpeed);
      ahead = 0;
    },
  };
}

export function createTools(
  clock: Clock,
  random: Random,
  ports: Pick<EmulatorTools, 'isOn' | 'deliver' | 'withdraw' | 'vendorWebhook'>,
): EmulatorTools {
  const hex = (digits: number) => {
    // In one piece: what is put together of parts stays parts until somebody reads it.
    const codes: number[] = [];
    for (const byte of random(Math.ceil(digits / 2)))
      codes.push(digitCodes[byte >>> 4] ?? 0, digitCodes[byte & 15] ?? 0);
    codes.length = digits;
    return String.fromCharCode(...codes);
  };
  return { now: clock.now, hex, uuid: () => asUuid(hex(32)), ...ports };
}

const digitCodes = Array.from('0123456789abcdef', (digit) => digit.charCodeAt(0));

/** Good enough for ids of made-up documents. */
export function looseRandom(bytes: number): Uint8Array {
  return Uint8Array.from({ length: bytes }, () => Math.floor(Math.random() * 256));
}

/** Version 4, variant 1. */
function asUuid(hex: string): string {
  const variant = '89ab'[Number.parseInt(hex[16] ?? '0', 16) % 4];
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20)}`;
}
