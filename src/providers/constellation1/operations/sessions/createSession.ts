import { defineOperation } from '../../../../core/operation';
import { sources } from '../../sources';
import { replies } from '../replies';
import { createSessionBody } from './sessionBodies';
import { newSignersAreComplete } from './sessionRules';

/** A file that the emulator takes as well as any other. */
const file = 'data:text/plain;name=Test.docx;base64,VGVzdA==';

const returnURL = 'https://example.com/back';

const signer = (number: number, role: string) => ({
  EmailAddress: `email${number}@docs.constellation1.com`,
  FirstName: 'FirstName',
  LastName: 'LastName',
  SignerRole: role,
  AuthMethod: 'KBA',
  AuthMethods: [],
  Properties: {},
  SignerEmailMessage: 'email message',
  SignerEmailSubject: 'subject line',
});

export const createSession = defineOperation({
  id: 'constellation1/create-session',
  title: 'Create a session',
  summary: 'Creates a signing session as a draft, with its documents and signers. It has to be started to be signed.',
  method: 'POST',
  path: '/rest/v1/sessions',
  docs: sources.createSession,
  request: { body: createSessionBody },
  replies: replies.session,
  rules: [newSignersAreComplete],
  failures: [
    'invalid-token',
    'bad-token',
    'null-reply',
    'username-not-found',
    'document-not-uploaded',
    'signer-incomplete',
    'bad-request',
  ],
  examples: [
    {
      title: 'One document, two signers',
      source: 'documented',
      body: {
        userName: 'agent@example.com',
        session: {
          SessionInfo: {
            TransactionId: 'New Session',
            Title: 'New Session',
            UseSequence: 0,
            AllowDelegation: true,
            CopyTo: 'user1@docs.constellation1.com,user2@docs.constellation1.com',
            Password: 'password',
            FirstSigner: true,
            EmailOptions: 3,
            SendSignerInvites: false,
            SendSessionRedirectUrl: 'www.mysite.com',
            ExpiresOn: '/Date(4102444800000)/',
            ReminderFrequencyDays: 2,
            // Required by the class, missing in the sample.
            ReturnURL: returnURL,
          },
          Documents: [
            {
              FileName: 'Test.docx',
              FormId: '',
              HasAnchorTags: true,
              AnchorTagsAdjustmentCategory: 'predefined client specific category',
              FileBytes: file,
            },
          ],
          Signers: [
            {
              ...signer(1, 'Seller 1'),
              AuthenticationSettings: { Password: 'password' },
              MandateDocUpload: true,
              MergeFieldMapping: { CompanyName: 'RED', 'Job Title': 'Manager' },
            },
            signer(2, 'Buyer 1'),
          ],
        },
      },
    },
    {
      title: 'An empty draft',
      source: 'minimal',
      body: {
        userName: 'agent@example.com',
        session: { SessionInfo: { Title: 'New Session', ReturnURL: returnURL } },
      },
    },
    {
      title: 'Two signers, one after the other',
      source: 'ours',
      body: {
        userName: 'agent@example.com',
        session: {
          SessionInfo: { Title: 'Purchase agreement', TransactionId: 'TX-2031', UseSequence: 1, ReturnURL: returnURL },
          Documents: [{ FileName: 'Test.docx', FileBytes: file }],
          Signers: [
            {
              FirstName: 'Sally',
              LastName: 'Hill',
              EmailAddress: 'sally@example.com',
              SignerRole: 'Seller 1',
              Sequence: 1,
            },
            {
              FirstName: 'Ben',
              LastName: 'Okafor',
              EmailAddress: 'ben@example.com',
              SignerRole: 'Buyer 1',
              Sequence: 2,
            },
          ],
        },
      },
    },
  ],
});
