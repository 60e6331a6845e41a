import { t } from '@vscode/l10n';
import type { FaultsAndFailures, GivenUpEvent, WaitingFault } from '../../../node/emulator/inspectEmulator';

/** More of one API is nothing that anybody reads. */
const mostGivenUp = 20;

/** What a tester has to know of an emulator beside what was asked of it. */
export function remarkLines(api: string, { faults, givenUp }: FaultsAndFailures): readonly string[] {
  return [
    ...faults.map((fault) => faultLine(api, fault)),
    ...givenUp.slice(0, mostGivenUp).map((event) => eventLine(api, event)),
  ];
}

function faultLine(api: string, { operation, times, ...fault }: WaitingFault): string {
  // As they are written where faults are set.
  const words = Object.entries(fault).map(([name, value]) => `${name} ${value}`);
  const what = words.join(', ');
  return operation === undefined
    ? t('{0}: a fault waits for any call that needs a token: {1}. Calls left: {2}', api, what, times)
    : t('{0}: a fault waits for {1}: {2}. Calls left: {3}', api, operation, what, times);
}

function eventLine(api: string, { event, to, reason, attempts }: GivenUpEvent): string {
  const last = attempts.at(-1);
  const answered = last?.status === undefined ? last?.reason : t('answered {0}', last.status);
  const why = reason ?? answered ?? '';
  // A key of the receiver may stand behind.
  const [address = ''] = to.split('?');
  const what = event ?? t('An event');
  return t('{0}: {1} to {2} was given up. Attempts: {3}. {4}', api, what, address, attempts.length, why);
}
