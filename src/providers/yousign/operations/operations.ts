import { createFileObject, deleteFileObject, getFileObject, updateFileObject } from './files/fileObjects';
import { createFile, downloadFile, duplicateFile, getFile } from './files/files';
import { createMember } from './members/createMember';
import { deleteMember, getMember, getMemberProof, listMembers, updateMember } from './members/members';
import { duplicateProcedure, getProcedureProof } from './procedures/copies';
import { createProcedure } from './procedures/createProcedure';
import { deleteProcedure, remindProcedure, startProcedure, updateProcedure } from './procedures/procedures';
import { getProcedure, listProcedures } from './procedures/readProcedures';
import {
  createSignatureUiLabel,
  deleteSignatureUiLabel,
  getSignatureUiLabel,
  listSignatureUiLabels,
  updateSignatureUiLabel,
} from './signatureUis/signatureUiLabels';
import {
  createSignatureUi,
  deleteSignatureUi,
  getSignatureUi,
  listSignatureUis,
  updateSignatureUi,
} from './signatureUis/signatureUis';
import { getUser, listUsers } from './users';

/**
 * All operations by name, in the order in which lists show them. The emulator has a handler for each. Updating and
 * starting a procedure share a route, and an update may start it: it comes first, so that the emulator reads every
 * such request as an update.
 */
export const operations = {
  createMember,
  getMember,
  updateMember,
  deleteMember,
  listMembers,
  getMemberProof,
  createProcedure,
  listProcedures,
  getProcedure,
  updateProcedure,
  startProcedure,
  remindProcedure,
  deleteProcedure,
  duplicateProcedure,
  getProcedureProof,
  createFile,
  getFile,
  duplicateFile,
  downloadFile,
  createFileObject,
  getFileObject,
  updateFileObject,
  deleteFileObject,
  listUsers,
  getUser,
  createSignatureUi,
  listSignatureUis,
  getSignatureUi,
  updateSignatureUi,
  deleteSignatureUi,
  createSignatureUiLabel,
  listSignatureUiLabels,
  getSignatureUiLabel,
  updateSignatureUiLabel,
  deleteSignatureUiLabel,
};
