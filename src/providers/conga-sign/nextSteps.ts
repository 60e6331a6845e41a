import { type NextSteps, readingReply } from '../../kit/nextSteps';
import { documentRead, packageRead } from './facts';
import type { operations } from './operations/operations';
import { addRoleStep, approvalStep, notifyStep, sendStep } from './steps';

/** A package that was created as a draft is still to be sent. */
const afterCreation = readingReply(packageRead, ({ id, name, status }) =>
  status == null || status === 'DRAFT' ? [addRoleStep(id, name ?? id), sendStep(id, name ?? id)] : [],
);

interface InPackage {
  readonly values: { readonly path: { readonly packageId: string } };
}

export const nextSteps: NextSteps<typeof operations> = {
  createPackage: afterCreation,
  createPackageWithDocument: afterCreation,
  uploadDocument: readingReply(documentRead, ({ id, name }, { values }: InPackage) => [
    ...(id == null ? [] : [approvalStep({ ...values.path, documentId: id }, name ?? id)]),
    sendStep(values.path.packageId, 'The package'),
  ]),
  createApproval: (_reply, { values }) => [sendStep(values.path.packageId, 'The package')],
  addRole: (_reply, { values }) => [sendStep(values.path.packageId, 'The package')],
  updateRole: (_reply, { values }) => [sendStep(values.path.packageId, 'The package')],
  createReminders: (_reply, { values }) => [sendStep(values.path.packageId, 'The package')],
  createGroup: (_reply, { values }) => [sendStep(values.path.packageId, 'The package')],
  unlockRole: (_reply, { values }) => [notifyStep(values.path, values.path.roleId)],
};
