import type { KnownCalls } from '../../kit/absent/knownCalls';
import { sources } from './sources';

/** Calls that others list. Those that become operations are left out of what is absent by themselves. */
export const calls: KnownCalls = {
  [sources.overview]: {
    'GET /rest/v1/signer/docs/{username}/{signingSessionId}/{signerId}/{pageNumber}/{pageSize}':
      'Get the documents of a signer',
    'PUT /rest/v1/sessions/{sessionId}/close': 'Close a session',
    'PUT /rest/v1/sessions/EditSession/{sessionId}': 'Edit a session',
    'POST /rest/v1/sessions/copy': 'Copy a session',
    'GET /rest/v1/sessions/{sessionId}/actionlogs': 'Get the action logs of a session',
    'PUT /rest/v1/transaction/UpdateTxId': 'Change the transaction ID',
    'POST /rest/v1/users': 'Create a user',
    'GET /rest/v1/authenticateuser/{userName}/{salt}': 'Authenticate a user',
    'GET /rest/v1/landingurl': 'Get the landing URL',
  },
};
