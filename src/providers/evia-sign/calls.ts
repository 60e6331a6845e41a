import type { KnownCalls } from '../../kit/absent/knownCalls';
import { sources } from './sources';

/** Calls that others list. Those that become operations are left out of what is absent by themselves. */
export const calls: KnownCalls = {
  [sources.thirdParty]: {
    'GET /_apis/sign/api/v2/requests/{requestId}/documents': 'List the documents of a request',
    'GET /_apis/sign/api/v2/documents/{token}/download': 'Download a document',
    'GET /_apis/sign/api/Requests/{requestId}': 'Get a request',
    'GET /_apis/sign/api/Requests/{requestId}/Status': 'Get the status of a request',
    'GET /_apis/sign/api/Requests/{requestId}/signatories': 'List the signatories of a request',
  },
  [sources.migration]: {
    'POST /_apis/sign/api/v2/webhooks': 'Register a webhook',
    'POST /_apis/sign/api/Requests': 'Create a request, first version',
    'POST /_apis/sign/api/drafts/documents': 'Create a draft',
  },
};
