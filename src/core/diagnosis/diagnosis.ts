import { t } from '@vscode/l10n';
import type { HttpFailure, ProxyFailure } from '../http';

/** What a connection needs to work, in the order in which it is tried. */
export const diagnosisSteps = ['name', 'connect', 'proxy', 'tls', 'clock', 'token', 'call'] as const;
export type DiagnosisStepId = (typeof diagnosisSteps)[number];

export interface DiagnosisStep {
  readonly id: DiagnosisStepId;
  readonly title: string;
  /** `warned`: it works, and something of it will not for long. */
  readonly verdict: 'passed' | 'warned' | 'failed' | 'notNeeded' | 'notReached';
  /** Sentences. Hold no secret. */
  readonly detail: string;
  /** Of what has not passed. */
  readonly nextStep?: string;
  /** The chain that a server showed, its own certificate first. */
  readonly chain?: readonly CertificateFacts[];
}

export interface Diagnosis {
  readonly provider: string;
  readonly providerTitle: string;
  readonly connection: string;
  readonly title: string;
  readonly environment: string;
  readonly baseUrl: string;
  readonly steps: readonly DiagnosisStep[];
}

/** How far it has come. */
export interface DiagnosisProgress {
  /** Done already. A later one may tell more of what one of them met. */
  readonly steps: readonly DiagnosisStep[];
  readonly running: DiagnosisStepId;
}

export interface CertificateFacts {
  readonly subject: string;
  readonly issuer: string;
  /** ISO 8601. */
  readonly validFrom: string;
  readonly validTo: string;
  /** Host names that it was made for. */
  readonly names: readonly string[];
}

/** What was seen on the way to one address, without a call. */
export interface NetworkLook {
  /** Why the way ended; undefined when it is open. */
  readonly failure?: HttpFailure;
  readonly proxy?: Pick<ProxyFailure, 'proxy' | 'source'>;
  /** Where the connection went: of the server, or of the proxy. */
  readonly address?: string;
  /** Of the secure connection, for example `TLSv1.3`. */
  readonly protocol?: string;
  readonly chain?: readonly CertificateFacts[];
}

export function failedStep({ steps }: Pick<Diagnosis, 'steps'>): DiagnosisStep | undefined {
  return steps.find(({ verdict }) => verdict === 'failed');
}

export function stepTitle(id: DiagnosisStepId): string {
  switch (id) {
    case 'name':
      return t('Host name');
    case 'connect':
      return t('Connection');
    case 'proxy':
      return t('Proxy');
    case 'tls':
      return t('Certificate');
    case 'clock':
      return t('Clock');
    case 'token':
      return t('Token');
    case 'call':
      return t('Call');
  }
}
