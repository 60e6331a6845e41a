import * as z from 'zod';
import { choice, flag, list, secretText, text } from '../../../../kit/fields';

/** How a signer proves who they are before they see the documents. */

const challenge = z.object({
  question: text('Question', 'Secret question.', 'What is the name of your first school?'),
  answer: secretText('Answer', 'Answer to the secret question.'),
  maskInput: flag('Mask input', 'Hides what the signer types.'),
});

const questionOrSms = z.object({
  challengeType: choice(
    { Challenge: 'Question and answer', SMS: 'Text message' },
    'Type',
    'A question with an answer, or a code sent by text message.',
    { examples: ['Challenge'] },
  ),
  question: text('Question', 'The question. Required for question and answer.', 'Which city were you born in?').meta({
    onlyWith: { key: 'challengeType', values: ['Challenge'] },
  }),
  answer: secretText('Answer', 'The answer that confirms the signer. Optional with SMS only.'),
  maskInput: flag('Mask input', 'Hides what the signer types.'),
});

const idvWorkflow = z.object({
  id: text('ID', 'Unique ID of the workflow configuration.'),
  type: text('Type', 'Type of the workflow.'),
  tenant: text('Tenant', 'The customer alias.'),
  desc: text('Description', 'Description of the workflow.'),
});

export const signerAuth = z
  .object({
    scheme: choice(
      {
        NONE: 'None',
        PROVIDER: 'Provider',
        CHALLENGE: 'Question and answer',
        SMS: 'Text message',
        SSO: 'Single sign-on',
        KBA: 'Knowledge-based',
        SAA: 'SAA (told by no source)',
        ID_VERIFICATION: 'ID verification (Java SDK)',
        QASMS: 'Question and text message (Java SDK)',
      },
      'Scheme',
      'The documentation recommends CHALLENGE, SMS or NONE; ID_VERIFICATION and QASMS are known from the Java SDK only.',
      {
        examples: ['NONE'],
        meanings: {
          NONE: 'The link is enough.',
          PROVIDER: 'Listed by the description; no source says more.',
          CHALLENGE: 'The signer answers the questions below.',
          SMS: 'The signer enters a code that is sent to their phone.',
          SSO: 'The signer signs in as a user of the account; has to be switched on for it.',
          KBA: 'A credit agency asks questions that only the signer can answer; has to be switched on for the account.',
          SAA: 'Listed by the description; no source says what it stands for.',
          ID_VERIFICATION: 'The workflow below verifies an identity document.',
          QASMS: 'A question and a code that is sent to the phone.',
        },
      },
    ),
    challenges: list(challenge, 'Challenges', 'Secret questions and their answers.', 'Challenge', {
      onlyWith: { key: 'scheme', values: ['CHALLENGE', 'SMS'] },
    }),
    qasms: list(
      questionOrSms,
      'Questions and text messages',
      'For a question and an SMS code together: at least one of each.',
      'Step',
      { onlyWith: { key: 'scheme', values: ['QASMS'] } },
    ),
    idvWorkflow: idvWorkflow.optional().meta({
      title: 'ID verification workflow',
      description: 'The workflow that verifies the identity.',
      onlyWith: { key: 'scheme', values: ['ID_VERIFICATION'] },
    }),
  })
  .nullable()
  .optional()
  .meta({ title: 'Authentication', description: 'How the signer is authenticated.', nullLabel: 'None' });
