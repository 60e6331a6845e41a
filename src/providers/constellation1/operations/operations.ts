import { listSessionsLite, listTransactionSessions } from './lists';
import { createSession } from './sessions/createSession';
import { getSession } from './sessions/getSession';
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
  deleteSession,
  listTransactionSessions,
  listSessionsLite,
  encrypt,
  getToken,
  getTokenByPassword,
};
