import type { EmulatorTools } from '../../../../core/emulation';
import { agenda } from '../../../../kit/store/agenda';
import { ExpiringMap } from '../../../../kit/store/expiringMap';
import { lookup } from '../../../../kit/store/lookup';
import { ranking } from '../../../../kit/store/ranking';
import { Store } from '../../../../kit/store/store';
import type { SignerToken } from '../access/accessState';
import { nextReminderAt } from '../reminders/schedule';
import type { AccessToken, EmulatedPackage, State } from '../state';
import { type ListWords, shelvesOf } from './shelves';

type Kept = Pick<State, 'tokens' | 'signerTokens' | 'packages' | 'bySession' | 'listed' | 'agenda'>;

export function newPackageStore(tools: EmulatorTools): Kept {
  const packages = new Store<EmulatedPackage>();
  return {
    tokens: new ExpiringMap<AccessToken>(tools.now, ({ expiresAt }) => expiresAt),
    signerTokens: new ExpiringMap<SignerToken>(tools.now, ({ expiresAt }) => expiresAt),
    packages,
    bySession: lookup(packages, ({ roles }) => roles.map(({ sessionToken }) => sessionToken)),
    listed: ranking(packages, listsOf, newestFirst),
    agenda: agenda(packages, dueAt),
  };
}

/** The lists that it is in. */
export function listsOf(holder: EmulatedPackage): readonly string[] {
  return holder.refusal === undefined ? shelvesOf(wordsOf(holder)) : [];
}

/** The last change first; of those in one second, which is all that the API tells, the oldest. */
function newestFirst({ updatedAt }: EmulatedPackage): number {
  return -Math.floor(updatedAt / 1000);
}

function wordsOf({ values, status, sender }: EmulatedPackage): ListWords {
  return {
    owner: sender.email,
    isTrashed: values.trashed ?? false,
    status,
    type: values.type ?? 'PACKAGE',
  };
}

/** Only what was sent is reminded of, or ends. A text that is no time never comes. */
function dueAt(holder: EmulatedPackage): number | undefined {
  if (holder.status !== 'SENT') return undefined;
  const end = Date.parse(holder.values.due ?? '');
  return Math.min(
    nextReminderAt(holder) ?? Number.POSITIVE_INFINITY,
    Number.isNaN(end) ? Number.POSITIVE_INFINITY : end,
  );
}
