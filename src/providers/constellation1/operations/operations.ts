import { listSessionsLite, listTransactionSessions } from './lists';
import { copySession } from './sessions/copySession';
import { createSession } from './sessions/createSession';
import { closeSession, editSession } from './sessions/endSessions';
import { getSession } from './sessions/getSession';
import { getActionLogs, getLandingUrl, getSignerDocuments, listEndedSessions } from './sessions/readSessions';
import { cancelSession, deleteSession, startSession, updateSession } from './sessions/sessions';
import { inviteSigners } from './signers/inviteSigners';
import { getSignerInviteToken, updateSigners } from './signers/signers';
import { encrypt, getToken, getTokenByPassword } from './tokens';

/** All operations by name, in the order in which lists show them. The emulator has a handler for each. */
export const operations = {
  inviteSigners,
  updateSigners,
  getSignerInviteToken,
  createSession,
  getSession,
  updateSession,
  startSession,
  cancelSession,
  closeSession,
  editSession,
  copySession,
  deleteSession,
  getActionLogs,
  getSignerDocuments,
  listTransactionSessions,
  listSessionsLite,
  listEndedSessions,
  getLandingUrl,
  encrypt,
  getToken,
  getTokenByPassword,
};
