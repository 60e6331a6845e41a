import type { Dispute } from '../../core/provider';
import { sources } from './sources';

export const disputes: readonly Dispute[] = [
  {
    point: 'The status of a new member and file object',
    says: [
      { source: sources.members, text: '201' },
      { source: sources.swagger, text: '200' },
    ],
    here: '201. A 200 is accepted from servers.',
  },
  {
    point: 'The name of the text by SMS',
    says: [
      { source: sources.members, text: 'operationModeSmsConfig' },
      { source: sources.swagger, text: 'modeSmsConfiguration' },
    ],
    here: 'Both are taken, the first is returned.',
  },
  {
    point: 'How a member is authenticated where nothing is said',
    says: [
      { source: sources.members, text: 'custom, by SMS.' },
      { source: 'A payload of a public client', text: 'none, by e-mail.' },
    ],
    here: 'custom, by SMS.',
  },
  {
    point: 'The default of contentRequired',
    says: [
      { source: sources.textFields, text: 'true' },
      { source: sources.swagger, text: 'false' },
    ],
    here: 'true.',
  },
  {
    point: 'The description of a procedure',
    says: [
      { source: sources.procedures, text: 'It stands in every example.' },
      { source: sources.swagger, text: 'Nothing of a procedure is required.' },
    ],
    here: 'It is required.',
  },
  {
    point: 'Empty maps, such as config',
    says: [
      { source: sources.swagger, text: 'An object.' },
      { source: sources.procedures, text: '[], as its replies print them.' },
    ],
    here: '[] is answered, and both are taken back.',
  },
];
