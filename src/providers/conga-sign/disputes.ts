import type { Dispute } from '../../core/provider';
import { sources } from './sources';

export const disputes: readonly Dispute[] = [
  {
    point: 'What creating a package answers',
    says: [
      { source: sources.openApi, text: 'The whole package.' },
      { source: sources.oneSpanApi, text: 'Its ID.' },
    ],
    here: 'In the dialect of the path that is called: the package at Conga’s, the ID at OneSpan’s.',
  },
  {
    point: 'The status of what removes, deletes and notifies',
    says: [
      { source: sources.openApi, text: '204' },
      { source: sources.oneSpanApi, text: '200' },
    ],
    here: 'In the dialect of the path that is called.',
  },
  {
    point: 'How a package is sent',
    says: [
      { source: sources.oneSpanApi, text: 'PUT with the status SENT.' },
      { source: sources.javaSdk, text: 'POST with the status SENT.' },
    ],
    here: 'Both are taken.',
  },
  {
    point: 'The default of delivery.email',
    says: [
      { source: sources.signers, text: 'false, as in the sample.' },
      { source: sources.javaSdk, text: 'true' },
    ],
    here: 'false.',
  },
  {
    point: 'Languages',
    says: [
      { source: sources.openApi, text: 'One of a list of codes.' },
      { source: sources.javaSdk, text: 'Any language with its country, such as fr-CA.' },
    ],
    here: 'Any is taken; one that is not in the list is a warning.',
  },
  {
    point: 'ID verification workflows (auth.idvWorkflow)',
    says: [
      { source: sources.openApi, text: 'An object.' },
      { source: sources.oneSpanApi, text: 'A list.' },
    ],
    here: 'The form takes the object.',
  },
  {
    point: 'The parts of an upload',
    says: [
      { source: sources.openApi, text: 'File and Payload.' },
      { source: sources.oneSpanApi, text: 'file and payload.' },
    ],
    here: 'The form sends the latter.',
  },
  {
    point: 'What a notification of a role sends',
    says: [
      { source: sources.openApi, text: 'An SMS.' },
      { source: sources.oneSpanApi, text: 'An e-mail.' },
    ],
    here: 'Nothing leaves the emulator.',
  },
  {
    point: 'The type of a signer (signerType) where none is given',
    says: [
      { source: sources.javaSdk, text: 'THIRD_PARTY_SIGNER' },
      { source: sources.openApi, text: 'The value is none of its list.' },
    ],
    here: 'It is taken.',
  },
];
