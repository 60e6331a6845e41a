import { addRole } from './addRole';
import { createPackage, createPackageWithDocument } from './createPackage';
import { getToken } from './getToken';
import { deletePackage, getSigningStatus, sendPackage, updatePackage } from './packages';
import { getPackage, listPackages } from './readPackages';
import { removeRole } from './removeRole';
import { getRole, listRoles, reorderRoles } from './roles';
import { getSigningUrl, notifyRole, notifySigner } from './signing';
import { updateRole } from './updateRole';

/**
 * All operations by name, in the order in which lists show them. The emulator has a handler for each. Of two that
 * share a route the one that asks for more comes first, so that it is tried first.
 */
export const operations = {
  addRole,
  updateRole,
  removeRole,
  listRoles,
  getRole,
  reorderRoles,
  createPackageWithDocument,
  createPackage,
  listPackages,
  getPackage,
  sendPackage,
  updatePackage,
  deletePackage,
  getSigningStatus,
  getSigningUrl,
  notifyRole,
  notifySigner,
  getToken,
};
