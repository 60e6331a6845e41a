import type { RequestValues } from '../../core/operation';
import type { ProviderAbout } from '../../core/provider';
import { getAt } from '../../core/requests/pointer';
import type { TranslationBetween } from '../../core/translation/translation';
import type { createMember } from '../yousign/operations/members/createMember';
import type { createProcedure } from '../yousign/operations/procedures/createProcedure';
import type { createApprover } from './operations/approvers/approvers';
import type { createSignatureRequest } from './operations/signatureRequests/createSignatureRequest';
import type { createSigner } from './operations/signers/createSigner';
import { sources } from './sources';

const memberToSigner = {
  from: 'yousign/create-member',
  to: 'yousign-v3/create-signer',
  title: 'Open as Yousign v3 signer',
  suits: (values) => !isValidator(values),
  load: async () => (await import('./translations/memberToSigner')).memberToSigner,
} as const satisfies TranslationBetween<typeof createMember, typeof createSigner>;

const memberToApprover = {
  from: 'yousign/create-member',
  to: 'yousign-v3/create-approver',
  title: 'Open as Yousign v3 approver',
  suits: isValidator,
  load: async () => (await import('./translations/memberToApprover')).memberToApprover,
} as const satisfies TranslationBetween<typeof createMember, typeof createApprover>;

const procedureToRequest = {
  from: 'yousign/create-procedure',
  to: 'yousign-v3/create-signature-request',
  title: 'Open as Yousign v3 signature request',
  load: async () => (await import('./translations/procedureToRequest')).procedureToRequest,
} as const satisfies TranslationBetween<typeof createProcedure, typeof createSignatureRequest>;

export const about = {
  id: 'yousign-v3',
  title: 'Yousign v3 (Youtrust)',
  docs: sources.docs,
  rung: 'emulated',
  portOffset: 5,
  translatesFrom: [memberToSigner, memberToApprover, procedureToRequest],
} as const satisfies ProviderAbout;

function isValidator(values: RequestValues): boolean {
  return getAt(values, '/body/type') === 'validator';
}
