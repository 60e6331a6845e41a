import type { Dispute } from '../../core/provider';
import { sources } from './sources';

export const disputes: readonly Dispute[] = [
  {
    point: 'What a token that is not valid is answered',
    says: [
      { source: sources.authentication, text: 'null instead of a reply.' },
      { source: sources.errors, text: '"Error: Invalid token" or "Error: Bad Token Information".' },
    ],
    here: 'null for a token that has expired, the first text for an unknown one, the second for a missing one.',
  },
  {
    point: 'What a signer needs',
    says: [
      { source: sources.signer, text: 'LastName and SignerRole; the e-mail address is optional.' },
      { source: sources.invites, text: 'The sample leaves SignerRole out.' },
      { source: sources.errors, text: 'A valid e-mail address is wanted of all.' },
    ],
    here: 'Last name and e-mail address; the role is optional where a signer is in the session already.',
  },
];
