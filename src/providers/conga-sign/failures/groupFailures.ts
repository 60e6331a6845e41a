import type { Failure } from '../../../core/failure';
import { sources } from '../sources';

/** What is known of ad hoc groups; no source gives a text. */
export const groupFailures = [
  {
    id: 'group-not-found',
    status: 404,
    code: 404,
    message: 'The group does not exist.',
    meaning: 'The package has no ad hoc group with this role ID.',
    nextStep: 'Take the role of the group from the package.',
    source: sources.openApi,
    illustrative: ['message'],
  },
  {
    id: 'group-incomplete',
    status: 400,
    code: 400,
    message: 'The roles do not make an ad hoc group.',
    meaning: 'One of the roles must be the group: a signer of type AD_HOC_GROUP_SIGNER that lists its members.',
    nextStep: 'Add the role of the group, or its members.',
    source: sources.openApi,
    illustrative: ['message'],
  },
  {
    id: 'group-member-unknown',
    status: 400,
    code: 400,
    message: 'A member of the group is no role of the package.',
    meaning: 'The group lists a role that is neither in the request nor in the package.',
    nextStep: 'Add the role of the member, or correct its ID.',
    source: sources.openApi,
    illustrative: ['message'],
  },
] as const satisfies readonly Failure[];
