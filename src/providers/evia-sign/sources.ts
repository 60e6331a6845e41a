const v2 = 'https://docs.sign.enadocapp.com/evia-sign-api/v2';

/** Where facts about the API come from; failures and operations cite them. */
export const sources = {
  editRecipients: `${v2}/edit-recipients`,
  token: `${v2}/authorization-and-authentication/exchange-authorization-code-for-access-token`,
  upload: `${v2}/upload-document-for-signing`,
  createRequest: `${v2}/creating-a-signature-request`,
  addSignatory: `${v2}/add-signatory-to-a-signature-request`,
  addStamps: `${v2}/add-stamps-to-a-signatory`,
  send: `${v2}/send-signature-request`,
  webhooks: `${v2}/webhook-management`,
  glossary: `${v2}/glossary-and-common-fields`,
  /** Of the product, not of the API: what a code or an access code is. */
  authentication:
    'https://docs.sign.enadocapp.com/how-to-send-signature-request/how-do-you-add-authentication-to-your-request',
  migration: `${v2}/how-to-migrate-from-api-v1-to-v2-beginner-guide`,
  /** An older copy of the pages; it differs in what is required. */
  olderPages: 'https://docs.sign.enadocapp.com/v2-evia-sign-api/create-signature-request',
  /** Not EVIA's own: the only public code that calls version 2, and the only source for the refresh of tokens. */
  thirdParty: 'https://github.com/WasanthaK/khrental',
  /** Not EVIA's own: what OAuth 2.0 says where EVIA says nothing. */
  oauth: 'https://www.rfc-editor.org/rfc/rfc6749#section-5.2',
} as const;
