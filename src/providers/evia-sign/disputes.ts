import type { Dispute } from '../../core/provider';
import { sources } from './sources';

export const disputes: readonly Dispute[] = [
  {
    point: 'The path of the upload',
    says: [
      { source: sources.upload, text: '/_apis/sign/thumbs/api/v2/requests/document' },
      { source: sources.olderPages, text: '/thumbs/api/requests/document' },
    ],
    here: 'The newest is used; the emulator answers at that of version 1, too.',
  },
  {
    point: 'The case of property names',
    says: [
      { source: sources.createRequest, text: 'UserName' },
      { source: sources.migration, text: 'userName' },
    ],
    here: 'The form sends the former, the emulator takes both.',
  },
];
