import { randomUUID } from 'node:crypto';
import type { Machine } from '../core/sending/sendSession';
import { giveWay } from './giveWay';
import { tlsReader } from './http/certificates/tlsFiles';
import { createHttpClient } from './http/httpClient';
import type { CallRoutes } from './http/routes/callRoutes';

/** What Node gives to sending, straight to each server unless there are other routes. Files of certificates are named from `base`; without it, by their whole path. */
export function nodeMachine(base?: string, routes?: CallRoutes): Machine {
  return { http: createHttpClient(routes), now: Date.now, newId: randomUUID, pause: giveWay, readTls: tlsReader(base) };
}
