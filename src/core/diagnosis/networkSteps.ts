import { t } from '@vscode/l10n';
import { isSecureAddress } from '../addresses/proxyAddress';
import { shownHost } from '../addresses/webAddress';
import type { Connection } from '../connections/connection';
import { isUnchecked } from '../connections/connectionTls';
import type { HttpFailure } from '../http';
import { describeHttpFailure } from '../problems/describeHttpFailure';
import { type DiagnosisStep, type DiagnosisStepId, diagnosisSteps, type NetworkLook, stepTitle } from './diagnosis';

export interface SeenOrigin {
  readonly origin: string;
  readonly look: NetworkLook;
}

const ofNetwork = diagnosisSteps.slice(0, 4);

/** What was seen of each address, step by step; nothing behind the first step that failed was reached. */
export function networkSteps(seen: readonly SeenOrigin[], connection: Connection, now: number): DiagnosisStep[] {
  const broken = seen.find(({ look }) => look.failure !== undefined);
  const failedAt = broken?.look.failure && stepOfFailure(broken.look.failure);
  return ofNetwork.map((id) => {
    if (failedAt !== undefined && broken !== undefined) {
      if (id === failedAt) return failed(id, broken);
      if (ofNetwork.indexOf(id) > ofNetwork.indexOf(failedAt)) return notReached(id);
    }
    return stood(id, seen, connection, now);
  });
}

export function notReached(id: DiagnosisStepId): DiagnosisStep {
  return { id, title: stepTitle(id), verdict: 'notReached', detail: t('Not reached.') };
}

/** Which step a failure of the network belongs to. */
export function stepOfFailure(failure: HttpFailure): DiagnosisStepId {
  if (failure.kind === 'untrustedCertificate' || failure.kind === 'clientCertificate') return 'tls';
  if (failure.kind === 'proxyFailed') {
    if (failure.fault !== 'unreachable') return 'proxy';
    return unknownName.test(failure.code ?? '') ? 'name' : 'connect';
  }
  if (failure.kind !== 'unreachable') return 'connect';
  if (unknownName.test(failure.code)) return 'name';
  return /SSL|TLS|EPROTO|ECONNRESET/.test(failure.code) ? 'tls' : 'connect';
}

const unknownName = /^(ENOTFOUND|EAI_)/;

function failed(id: DiagnosisStepId, { origin, look }: SeenOrigin): DiagnosisStep {
  const { failure, chain } = look;
  if (failure === undefined) return notReached(id);
  const { title, cause, nextStep } = describeHttpFailure(origin, failure);
  return {
    ...{ id, title: stepTitle(id), verdict: 'failed', nextStep },
    detail: `${title}. ${cause}`,
    ...(chain !== undefined && { chain }),
  };
}

function stood(id: DiagnosisStepId, seen: readonly SeenOrigin[], connection: Connection, now: number): DiagnosisStep {
  if (id === 'tls') return secured(seen, connection, now);
  const sentences = seen.map((one) => sentenceOf(id, one));
  const isNeeded = id !== 'proxy' || seen.some(({ look }) => look.proxy !== undefined);
  return {
    ...{ id, title: stepTitle(id), verdict: isNeeded ? 'passed' : 'notNeeded' },
    detail: [...new Set(sentences)].join(' '),
  };
}

function sentenceOf(id: DiagnosisStepId, { origin, look }: SeenOrigin): string {
  const host = shownHost(origin);
  const { proxy, address } = look;
  if (id === 'name') {
    if (proxy !== undefined) return t('The proxy looks up {0}.', host);
    return address === undefined ? t('{0} is known.', host) : t('{0} is {1}.', host, address);
  }
  if (id === 'connect') return proxy === undefined ? t('{0} was reached.', host) : t('{0} was reached.', proxy.proxy);
  return proxy === undefined
    ? t('None on the way to {0}.', host)
    : t('{0} (from {1}) connected to {2}.', proxy.proxy, proxy.source, host);
}

const soonMs = 14 * 24 * 60 * 60 * 1000;

function secured(seen: readonly SeenOrigin[], connection: Connection, now: number): DiagnosisStep {
  const secure = seen.filter(({ origin }) => isSecureAddress(origin));
  const step = { id: 'tls', title: stepTitle('tls') } as const;
  if (secure.length === 0) {
    return { ...step, verdict: 'notNeeded', detail: t('The address is on this machine and speaks plain http.') };
  }
  const chain = secure.flatMap(({ look }) => look.chain ?? []);
  const protocols = [...new Set(secure.map(({ look }) => look.protocol ?? 'TLS'))].join(', ');
  const shown = chain.length > 0 ? { chain } : {};
  if (isUnchecked(connection)) {
    const detail = t('{0}, and nobody checked whose certificate it is: whoever answers is believed.', protocols);
    const nextStep = t('Name the authority in "caFile" of "tls", and take "checkCertificates" away.');
    return { ...step, verdict: 'warned', detail, nextStep, ...shown };
  }
  const ending = chain.find(({ validTo }) => Date.parse(validTo) - now < soonMs);
  if (ending !== undefined) {
    const detail = t(
      '{0}. The certificate of {1} ends on {2}.',
      protocols,
      ending.subject,
      ending.validTo.slice(0, 10),
    );
    return { ...step, verdict: 'warned', detail, nextStep: t('Whoever runs the server has to renew it.'), ...shown };
  }
  return { ...step, verdict: 'passed', detail: t('{0}, with a certificate that is trusted.', protocols), ...shown };
}
