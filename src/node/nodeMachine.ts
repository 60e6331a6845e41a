import { randomUUID } from 'node:crypto';
import type { Machine } from '../core/sending/sendSession';
import { giveWay } from './giveWay';
import { tlsReader } from './http/certificates/tlsFiles';
import { createHttpClient } from './http/httpClient';

/** What Node gives to sending. Files of certificates are named from `base`; without it, by their whole path. */
export function nodeMachine(base?: string): Machine {
  return { http: createHttpClient(), now: Date.now, newId: randomUUID, pause: giveWay, readTls: tlsReader(base) };
}
