import { t } from '@vscode/l10n';
import type { TranslationStep } from '../../../core/translation/translation';
import { defineTranslator } from '../../../kit/translation/defineTranslator';
import type { createMember } from '../../yousign/operations/members/createMember';
import type { createApprover } from '../operations/approvers/approvers';
import { memberToSigner } from './memberToSigner';

const noCode = () => t('Approvers sign nothing, so no code confirms it.');

/** Validators are named as signers are, and that is all there is to say of an approver. */
export const memberToApprover = defineTranslator<typeof createMember, typeof createApprover>((values, { leave }) => [
  ...memberToSigner.steps(values).filter(isOfPerson),
  leave('/body/type', t('Approvers are what this call adds.')),
  leave(
    '/body/position',
    t('Approvers all come before the signers; insert_after_id orders them where they are ordered.'),
  ),
  leave('/body/fileObjects', t('Approvers sign nothing, so they have no fields.')),
  leave('/body/operationLevel', noCode()),
  leave('/body/operationCustomModes', noCode()),
  leave('/body/operationModeSmsConfig', noCode()),
  leave('/body/modeSmsConfiguration', noCode()),
  leave('/body/operationModeEmailConfig', noCode()),
]);

function isOfPerson(step: TranslationStep): boolean {
  const place = step.kind === 'left' ? step.from : step.to;
  return /^\/(path\/.*|body\/(info\/.*|user|user_id|procedure))$/.test(place);
}
