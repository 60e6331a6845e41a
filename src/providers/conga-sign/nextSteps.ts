import { type NextSteps, readingReply } from '../../kit/nextSteps';
import { packageRead } from './facts';
import type { operations } from './operations/operations';
import { addRoleStep, sendStep } from './steps';

/** A package that was created as a draft is still to be sent. */
const afterCreation = readingReply(packageRead, ({ id, name, status }) =>
  status == null || status === 'DRAFT' ? [addRoleStep(id, name ?? id), sendStep(id, name ?? id)] : [],
);

export const nextSteps: NextSteps<typeof operations> = {
  createPackage: afterCreation,
  createPackageWithDocument: afterCreation,
  addRole: (_reply, { values }) => [sendStep(values.path.packageId, 'the package')],
  updateRole: (_reply, { values }) => [sendStep(values.path.packageId, 'the package')],
};
