import * as z from 'zod';
import type {
  ChoiceSource,
  Collection,
  DocumentDetail,
  DocumentSummary,
  Recipient,
  Status,
} from '../../core/documents';
import type { PreparedRequest } from '../../core/operation';
import { ask, step } from '../../kit/calls';
import { recipientsWithin } from '../../kit/offers/recipientsWithin';
import { byOffset } from '../../kit/paging';
import { rowsOf } from '../../kit/reading/rows';
import { inOrder } from '../../kit/signing';
import { statusIn, type Tones } from '../../kit/statusIn';
import { isDraft, isTurnOf, type PackageFacts, packageFacts, packageRead, type RoleFacts, titleOf } from './facts';
import { createPackage, createPackageWithDocument } from './operations/packages/createPackage';
import { deletePackage, updatePackage } from './operations/packages/packages';
import { getPackage, listPackages } from './operations/packages/readPackages';
import { reorderRoles } from './operations/roles/roles';
import { updateRole } from './operations/roles/updateRole';
import {
  addRoleStep,
  downloadStep,
  notifyStep,
  remindersStep,
  removeStep,
  sendStep,
  signingUrlStep,
  smsStep,
  unlockStep,
  uploadStep,
} from './steps';

const pageRead = z.object({ count: z.int(), results: z.array(z.unknown()) });

export const packageCollection: Collection = {
  id: 'packages',
  title: 'Packages',
  noun: 'package',
  create: [createPackageWithDocument.id, createPackage.id],
  verbs: ['add'],
  list: (call, cursor) =>
    byOffset(cursor, 50, async (offset, size) => {
      const query = { from: offset + 1, to: offset + size };
      const { results, count } = pageRead.parse(await ask(call, listPackages, { query }));
      return { ...rowsOf(results, packageRead, (reply) => summaryOf(packageFacts(reply))), total: count };
    }),
  read: async (call, id) =>
    detailOf(packageFacts(packageRead.parse(await ask(call, getPackage, { path: { packageId: id } })))),
};

/** What fields refer to within a package, by name. */
export const choices: Readonly<Record<string, ChoiceSource>> = {
  roles: recipientsWithin(packageCollection),
  documents: {
    within: packageCollection.id,
    list: async (call, packageId) => {
      const { papers } = packageFacts(packageRead.parse(await ask(call, getPackage, { path: { packageId } })));
      return { items: papers.map(({ id, name }) => ({ id, title: name === '' ? id : name })) };
    },
  },
};

/** A package as the tree shows it. */
export function detailOf(facts: PackageFacts): DocumentDetail {
  return {
    ...summaryOf(facts),
    recipients: inOrder(facts.roles, ({ index }) => index).map((role) => recipientOf(facts, role)),
    actions: actionsOf(facts),
    ...(facts.roles.length === 0 && { empty: 'No roles yet, so nobody to sign.' }),
  };
}

const tones: Tones = {
  DRAFT: 'draft',
  SENT: 'open',
  COMPLETED: 'done',
  ARCHIVED: 'done',
  DECLINED: 'refused',
  OPTED_OUT: 'refused',
  EXPIRED: 'expired',
};

function summaryOf({ id, name, status }: PackageFacts): DocumentSummary {
  return { id, title: name, ...(status !== '' && { status: statusIn(tones, status) }) };
}

function recipientOf(facts: PackageFacts, role: RoleFacts): Recipient {
  const status = statusOf(facts, role);
  const title = titleOf(role);
  return {
    id: role.id,
    title,
    ...(role.name !== '' && role.name !== title && { role: role.name }),
    order: role.index,
    ...(status !== undefined && { status }),
    actions: roleActions(facts, role, title),
  };
}

/** The API has no status of a role, but dates of its approvals: `signed`. */
function statusOf({ status, roles }: PackageFacts, role: RoleFacts): Status | undefined {
  if (role.locked) return { text: 'locked', tone: 'refused' };
  if (role.signed === true) return { text: 'signed', tone: 'done' };
  if (status !== 'SENT' || role.signed === undefined) return undefined;
  return isTurnOf(role, roles) ? { text: 'not signed', tone: 'open' } : { text: 'waiting', tone: 'waiting' };
}

function roleActions(facts: PackageFacts, role: RoleFacts, subject: string): readonly PreparedRequest[] {
  const path = { packageId: facts.id, roleId: role.id };
  const isOpen = facts.status === 'SENT' && role.signed !== true;
  const blocked = isTurnOf(role, facts.roles) ? undefined : 'Opens when the signers before have signed.';
  const hasPhone = role.signers.some(({ phone }) => phone !== '');
  return [
    ...(isOpen ? [signingUrlStep(path, subject, blocked), notifyStep(path, subject)] : []),
    ...(isOpen && hasPhone ? [smsStep(path, subject)] : []),
    ...(isOpen && role.locked ? [unlockStep(path, subject)] : []),
    ...(isDraft(facts) || isOpen ? [editStep(facts, role, subject), removeStep(path, subject)] : []),
  ];
}

/** Filled with what is there, so that only the change has to be typed. */
function editStep({ id }: PackageFacts, role: RoleFacts, subject: string): PreparedRequest {
  return step(updateRole, {
    verb: 'edit',
    title: 'Edit signer',
    subject,
    path: { packageId: id, roleId: role.id },
    body: {
      type: role.type,
      signers: role.signers.map(({ email, firstName, lastName }) => ({ email, firstName, lastName })),
    },
  });
}

function actionsOf(facts: PackageFacts): readonly PreparedRequest[] {
  const { id: packageId, name: subject, status } = facts;
  const path = { packageId };
  const remove = step(deletePackage, {
    verb: 'remove',
    title: 'Delete package',
    subject,
    path,
    complete: true,
  });
  const download = downloadStep(packageId, subject);
  if (status === 'SENT') return [addRoleStep(packageId, subject), withdrawStep(packageId, subject), download, remove];
  if (!isDraft(facts)) return [download, remove];
  return [
    addRoleStep(packageId, subject),
    uploadStep(packageId, subject),
    ...reorderSteps(facts),
    remindersStep(packageId, subject),
    sendStep(packageId, subject),
    remove,
  ];
}

function withdrawStep(packageId: string, subject: string): PreparedRequest {
  return step(updatePackage, {
    verb: 'cancel',
    title: 'Set back to draft',
    subject,
    path: { packageId },
    body: { status: 'DRAFT' },
    complete: true,
  });
}

function reorderSteps({ id, name, roles }: PackageFacts): readonly PreparedRequest[] {
  if (roles.length < 2) return [];
  return [
    step(reorderRoles, {
      verb: 'edit',
      title: 'Reorder roles',
      subject: name,
      path: { packageId: id },
      body: roles.map((role) => ({ id: role.id, index: role.index })),
    }),
  ];
}
