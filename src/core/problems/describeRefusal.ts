import { t } from '@vscode/l10n';
import type { ProblemText } from '../../protocol/reply';
import type { SendOutcome } from '../sending/run';

type Replied = Extract<SendOutcome, { readonly kind: 'replied' }>;

/** What a reply that is no success says, in a few words; what to do, where that is known. */
export function describeRefusal({ reply, reading }: Replied): Omit<ProblemText, 'nextStep'> & Partial<ProblemText> {
  const { general, verdict } = reading;
  const [first] = reading.errors;
  const [said] = general;
  if (said !== undefined && (verdict.kind === 'foreign' || first?.failure === undefined)) {
    return { title: said.title, cause: said.cause, nextStep: said.nextStep };
  }
  return {
    title: reply.status < 400 ? t('The API answered with an error') : t('The API answered {0}', reply.status),
    cause: first?.failure?.meaning ?? first?.error.message ?? reply.statusText,
    ...(first?.failure !== undefined && { nextStep: first.failure.nextStep }),
  };
}
