import { t } from '@vscode/l10n';
import { shownHost } from '../addresses/webAddress';
import { oneLine } from '../quoting/oneLine';
import { type CertificateFacts, type Diagnosis, type DiagnosisStep, failedStep } from './diagnosis';

/** A diagnosis as it is read: what failed first, then all steps in their order. */
export function diagnosisText(diagnosis: Diagnosis): string {
  return [diagnosisHead(diagnosis), '', ...diagnosis.steps.flatMap(diagnosisLines), ''].join('\n');
}

/** Which connection it is of, and what came of it. */
export function diagnosisHead(diagnosis: Diagnosis): string {
  const { title, providerTitle, environment, baseUrl, steps } = diagnosis;
  const failed = failedStep(diagnosis);
  const warned = steps.filter(({ verdict }) => verdict === 'warned');
  const works =
    warned.length === 0
      ? t('It works.')
      : t('It works, but look at: {0}.', warned.map((step) => step.title).join(', '));
  const result = failed === undefined ? works : t('It does not work. What failed: {0}.', failed.title);
  const head = `${title} (${providerTitle}, ${environment}, ${shownHost(baseUrl)}): ${result}`;
  return oneLine(head);
}

const marks: Readonly<Record<DiagnosisStep['verdict'], string>> = {
  passed: '✓',
  warned: '!',
  failed: '✗',
  notNeeded: '–',
  notReached: '·',
};

export function diagnosisLines({ verdict, title, detail, nextStep, chain = [] }: DiagnosisStep): readonly string[] {
  const lines = detail.split('\n').map(oneLine);
  return [
    `${marks[verdict]} ${title}: ${lines.join('\n  ')}`,
    ...(nextStep === undefined ? [] : [`  → ${oneLine(nextStep)}`]),
    ...chain.map((certificate) => `    ${oneLine(certificateLine(certificate))}`),
  ];
}

export function certificateLine({ subject, issuer, validFrom, validTo }: CertificateFacts): string {
  return t('{0}, issued by {1}, valid {2} to {3}', subject, issuer, validFrom.slice(0, 10), validTo.slice(0, 10));
}
