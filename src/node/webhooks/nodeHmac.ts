import { createHmac } from 'node:crypto';
import type { Hmac } from '../../core/hashing/hmac';

/** Many times as fast as ours, which the emulators have: whoever examines an event computes dozens. */
export const nodeHmac: Hmac = (key, message) => createHmac('sha256', key).update(message).digest();
