import { addFields } from './addFields';
import { createEmbeddedInvites } from './createEmbeddedInvites';
import { createGroupEmbeddedInvite } from './createGroupEmbeddedInvite';
import { deleteEmbeddedInvites } from './deleteEmbeddedInvites';
import { deleteGroupEmbeddedInvites } from './deleteGroupEmbeddedInvites';
import { createDocumentGroup, getDocumentGroup, getDocumentGroupStatus, listDocumentGroups } from './documentGroups';
import { getDocument, listDocuments, listUnmodifiedDocuments } from './documents';
import { createEmbeddedInviteLink } from './embeddedInviteLink';
import { getUser } from './getUser';
import { createGroupEmbeddedInviteLink } from './groupEmbeddedInviteLink';
import { getToken, verifyToken } from './tokens';
import { uploadDocument } from './uploadDocument';

/** All operations by name, in the order in which lists show them. The emulator has a handler for each. */
export const operations = {
  createEmbeddedInvites,
  createEmbeddedInviteLink,
  deleteEmbeddedInvites,
  createGroupEmbeddedInvite,
  createGroupEmbeddedInviteLink,
  deleteGroupEmbeddedInvites,
  uploadDocument,
  addFields,
  getDocument,
  listDocuments,
  listUnmodifiedDocuments,
  createDocumentGroup,
  getDocumentGroup,
  getDocumentGroupStatus,
  listDocumentGroups,
  getToken,
  verifyToken,
  getUser,
};
