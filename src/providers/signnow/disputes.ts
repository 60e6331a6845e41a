import type { Dispute } from '../../core/provider';
import { sources } from './sources';

export const disputes: readonly Dispute[] = [
  {
    point: 'The status of a new embedded invite',
    says: [
      { source: sources.nodeClient, text: '200, as its mocks answer.' },
      { source: sources.liveCaptures, text: '201, as the live API was seen to answer.' },
    ],
    here: '201, whose body the official Node client throws away. A 200 is taken from a server as well.',
  },
  {
    point: 'Whether each signer needs auth_method',
    says: [
      { source: sources.embeddedSigning, text: 'Required.' },
      { source: 'embedded_invite_example.py of the official Python client', text: 'It is left out.' },
    ],
    here: 'Its absence is a warning, and a link to such an invite may name any.',
  },
  {
    point: 'link_expiration 0',
    says: [
      { source: sources.embeddedSigning, text: 'A number of minutes, 15 at least.' },
      { source: sources.nodeClient, text: '0 is sent where the caller says nothing.' },
    ],
    here: '0 is a warning and makes a link of 15 minutes.',
  },
  {
    point: 'Groups of documents without fields',
    says: [
      { source: sources.openApi, text: 'At least one of the documents must have fields.' },
      {
        source: sources.nodeClient,
        text: 'Its example groups documents without fields, as those of three other official clients do.',
      },
    ],
    here: 'They are made, with a warning, and refused when somebody is asked to sign.',
  },
  {
    point: 'The name in the reply of a copied template',
    says: [
      { source: sources.openApi, text: 'document_name' },
      { source: sources.nodeClient, text: 'name' },
    ],
    here: 'Both are answered.',
  },
  {
    point: 'The reply to prefilled texts',
    says: [
      { source: sources.mcpServer, text: 'Nothing of it is read.' },
      { source: sources.nodeClient, text: '200 with {}, as its mocks answer.' },
    ],
    here: '204. A 200 is accepted from servers.',
  },
  {
    point: 'The reply to a new event subscription',
    says: [
      { source: sources.openApi, text: '204 without a body.' },
      { source: sources.nodeClient, text: '200 with {}, as its mocks answer.' },
    ],
    here: '204. A 200 is accepted from servers.',
  },
  {
    point: 'Times in a document',
    says: [
      { source: sources.openApi, text: 'Text that holds the seconds: "1563886628".' },
      { source: sources.nodeClient, text: 'A number.' },
    ],
    here: 'Text, as the document of the description has them.',
  },
  {
    point: 'Whether a link needs auth_method',
    says: [
      { source: sources.embeddedSigning, text: 'Required, the same as of the invite.' },
      { source: sources.nodeClient, text: 'It is left out where the caller says nothing.' },
    ],
    here: 'A link without it is refused, with a message that names it.',
  },
  {
    point: 'with_history of a downloaded document',
    says: [
      { source: sources.openApi, text: '1 for a document with its history.' },
      { source: sources.nodeClient, text: 'Its example says "no", as that of the official PHP client does.' },
    ],
    here: 'Both are taken.',
  },
  {
    point: 'What the newer call for event subscriptions answers',
    says: [
      {
        source: sources.nodeClient,
        text: 'Its type of a subscription has the keys of a delivered callback: event_name, callback_url, request_content.',
      },
      { source: sources.openApi, text: 'The older call answers event, action and json_attributes.' },
    ],
    here: 'As the older call.',
  },
];
