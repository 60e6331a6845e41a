const docs = 'https://docs.constellation1.com';
const sessions = `${docs}/rest-integration-strategies-workflows/rest-signing-sessions-header`;
const classes = `${docs}/api/rest-appendix-b-interface-classes-header`;
const knowledgeBase = 'https://constellation1.na3.teamsupport.com/knowledgeBase';

/** Where facts about the API come from; failures and operations cite them. */
export const sources = {
  overview: `${docs}/rest-integration-strategies-workflows-overview/`,
  invites: `${docs}/rest-sendsigneremailinvites/`,
  inviteToken: `${knowledgeBase}/21150517`,
  authentication: `${docs}/api/api-reference-overview/authentication-2/`,
  createSession: `${sessions}/rest-createsession/`,
  getSession: `${sessions}/rest-getsession/`,
  startSession: `${sessions}/startsession-rest/`,
  updateSession: `${sessions}/updatesession-rest/`,
  addToSession: `${sessions}/rest-addsignersdocumentstosession/`,
  cancelSession: `${knowledgeBase}/21150938`,
  closeSession: `${knowledgeBase}/21150952`,
  editSession: `${knowledgeBase}/21151018`,
  copySession: `${knowledgeBase}/21150966`,
  actionLogs: `${knowledgeBase}/21151214`,
  signerDocuments: `${knowledgeBase}/21150633`,
  endedSessions: `${knowledgeBase}/21151181`,
  landingUrl: `${knowledgeBase}/21150378`,
  deleteSession: `${sessions}/rest-signing-sessions/`,
  transactionSessions: `${sessions}/getsessionsbytransactionidmetadata-rest/`,
  liteSessions: `${sessions}/getsessionslitebytransactionid-rest/`,
  response: `${classes}/rest-groupresponse`,
  webhook: `${docs}/api/webhook/`,
  signer: `${classes}/rest-signer/`,
  errors: 'Appendix A: Error Messages, docs.constellation1.com',
} as const;
