import { defineFailures, type FailureIdOf } from '../../kit/failures';
import { readErrors } from './errors';
import { accessFailures } from './failures/accessFailures';
import { embeddingFailures } from './failures/embeddingFailures';
import { eventFailures } from './failures/eventFailures';
import { fieldInviteFailures } from './failures/fieldInviteFailures';
import { groupFailures } from './failures/groupFailures';
import { groupInviteFailures } from './failures/groupInviteFailures';
import { inviteFailures } from './failures/inviteFailures';
import { linkFailures } from './failures/linkFailures';
import { templateFailures } from './failures/templateFailures';

/*
 * signNow answers almost every failure with 400. The codes 19018xxx, and 19019xxx other than 19019003, are made up:
 * no source prints the codes of the embedded invite calls, only that they are of the 19xxxxxx family.
 */
export const failures = defineFailures(
  [
    ...accessFailures,
    ...inviteFailures,
    ...linkFailures,
    ...groupFailures,
    ...groupInviteFailures,
    ...templateFailures,
    ...eventFailures,
    ...embeddingFailures,
    ...fieldInviteFailures,
  ],
  {
    readErrors,
  },
);

export const { refuse } = failures;

export type FailureId = FailureIdOf<typeof failures>;
