const conga = 'https://documentation.conga.com/en/sign-for-salesforce/current/conga-sign-for-rest-api-developers';

/** Where facts about the API come from; failures and operations cite them. */
export const sources = {
  signers: `${conga}/adding-updating-removing-signers`,
  delivery: `${conga}/creating-and-sending-a-transaction/how-to-create-a-package/delivering-signed-documents`,
  workflow: `${conga}/creating-and-sending-a-transaction/how-to-create-a-package/creating-a-signer-workflow`,
  transaction: `${conga}/creating-and-sending-a-transaction`,
  token: `${conga}/obtain-the-jwt-access-token`,
  tokens: `${conga}/authentication-tokens`,
  attachments: `${conga}/creating-and-sending-a-transaction/how-to-create-a-package/managing-signers-attachments`,
  callbacks: `${conga}/to-set-up-callback-notifications`,
  openApi: 'https://github.com/api-evangelist/conga/blob/main/openapi/_original/conga-conga-sign.json',
  oneSpanApi: 'https://github.com/vbhat-conga/OneSpanMock/blob/master/swagger-original.json',
  oneSpanUnlock: 'https://docs.onespan.com/docs/unlocking-a-signer',
  oneSpanSession: 'https://docs.onespan.com/docs/creating-a-signing-session',
  oneSpanReminders: 'https://docs.onespan.com/docs/configuring-transaction-reminders',
  oneSpanNodeClient: 'https://github.com/getbreathelife/onespan-sign-node',
  oneSpanWorkflow: 'https://docs.onespan.com/docs/creating-a-signer-workflow',
  oneSpanSharedEmail: 'https://www.onespan.com/blog/onespan-sign-developer-multiple-signers-sharing-same-email',
  oneSpanLifecycle: 'https://www.onespan.com/blog/onespan-sign-developer-lifecycle-package',
  oneSpanDecline: 'https://community.onespan.com/comment/116041',
  oneSpanApprovals: 'https://community.onespan.com/user/tatternutz',
  oneSpanPermission: 'https://community.onespan.com/forum/errorforbiddennopermission',
  oneSpanDocumentNames: 'https://www.onespan.com/blog/onespan-sign-developer-document-name-restrictions',
  congaApprovals: 'https://github.com/api-evangelist/conga/blob/main/openapi/conga-approval-api-openapi.yml',
  congaDocuments: 'https://github.com/api-evangelist/conga/blob/main/openapi/conga-documents-api-openapi.yml',
  javaSdk: 'https://github.com/OneSpan/esl.sdk.java',
} as const;
