import { randomUUID } from 'node:crypto';
import type { Machine } from '../core/sending/sendSession';
import { giveWay } from './giveWay';
import { createHttpClient } from './http/httpClient';

/** What Node gives to sending. */
export function nodeMachine(): Machine {
  return { http: createHttpClient(), now: Date.now, newId: randomUUID, pause: giveWay };
}
