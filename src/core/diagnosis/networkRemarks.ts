import { t } from '@vscode/l10n';
import type { DiagnosisStep } from './diagnosis';

/** What this machine is set to, which a step of a diagnosis says whatever comes of it. */
export interface NetworkRemark {
  readonly step: 'proxy' | 'tls';
  /** Sentences. Hold no secret. */
  readonly detail: string;
  /** Of what should not stay so. */
  readonly nextStep?: string;
}

/** Nothing of it concerns an address of this machine. */
export function withRemarks(
  steps: readonly DiagnosisStep[],
  remarks: readonly NetworkRemark[],
): readonly DiagnosisStep[] {
  const isHere = steps.some(({ id, verdict }) => id === 'tls' && verdict === 'notNeeded');
  if (isHere) return steps;
  return steps.map((step) => remarks.filter((remark) => remark.step === step.id).reduce(remarked, step));
}

function remarked(step: DiagnosisStep, { detail, nextStep }: NetworkRemark): DiagnosisStep {
  const told = { ...step, detail: `${step.detail} ${detail}` };
  const isFine = step.verdict === 'passed' || step.verdict === 'notNeeded';
  return isFine && nextStep !== undefined ? { ...told, verdict: 'warned', nextStep } : told;
}

const checksOff = 'NODE_TLS_REJECT_UNAUTHORIZED';

export function remarksOfEnvironment(env: Readonly<Record<string, string | undefined>>): readonly NetworkRemark[] {
  return env[checksOff] === '0'
    ? [{ step: 'tls', detail: t('{0}=0 has no effect here: certificates are checked.', checksOff) }]
    : [];
}
