const docs = 'https://developers.yousign.com/docs';
const reference = 'https://developers.yousign.com/reference';

/** Where facts about the API come from; failures and operations cite them. */
export const sources = {
  docs: `${docs}/welcome`,
  openApi: 'https://developers.yousign.com/openapi/public-api-v3.json',
  openApi2026: 'https://developers.youtrust.com/openapi/public-api-v3.json',
  client2026: 'https://github.com/qdequippe-tech/yousign-php-api',
  environments: `${docs}/environments-new`,
  limits: `${docs}/limits-new`,
  firstRequest: `${docs}/create-your-first-signature-request`,
  signatureRequests: `${docs}/signature-request-2`,
  signingFlow: `${docs}/signing-flow-new`,
  documents: `${docs}/document-1`,
  fields: `${docs}/fields-1`,
  webhooks: `${docs}/subscription`,
  signers: `${docs}/signer-1`,
  order: `${docs}/set-the-signers-order`,
  authentication: `${docs}/choose-the-signature-request-authentication-mode`,
  links: `${docs}/manage-signature-link-delivery`,
  errors: `${reference}/errors-1`,
  errorList: `${reference}/list-of-errors`,
  addSigner: `${reference}/post-signature_requests-signaturerequestid-signers`,
  updateSigner: `${reference}/patch-signature_requests-signaturerequestid-signers-signerid-1`,
  activate: `${reference}/post-signature_requests-signaturerequestid-activate`,
  sendCode: `${reference}/post-signature_requests-signaturerequestid-signers-signerid-send_otp`,
  unblock: `${reference}/post-signature_requests-signaturerequestid-signers-signerid-unblock_identification`,
  cancelClient: 'A public client of POST /cancel, which says when a note is needed',
  observed: 'Replies of the sandbox that users have published',
} as const;
