import { createSession } from './createSession';
import { getSession } from './getSession';
import { inviteSigners } from './inviteSigners';
import { listSessionsLite, listTransactionSessions } from './lists';
import { cancelSession, deleteSession, startSession, updateSession } from './sessions';
import { getSignerInviteToken, updateSigners } from './signers';
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
