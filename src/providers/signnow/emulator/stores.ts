import type { EmulatorTools } from '../../../core/emulation';
import { ExpiringMap } from '../../../kit/store/expiringMap';
import { ranking } from '../../../kit/store/ranking';
import { Store } from '../../../kit/store/store';
import type { AccessToken, EmulatedDocument, EmulatedGroup, EmulatedLink, EmulatedPage, State } from './state';

type Stores = Pick<State, 'accessTokens' | 'documents' | 'listed' | 'groups' | 'listedGroups' | 'links' | 'pages'>;

/** What belongs to this account is listed, and nothing else. */
export function newStores({ now }: Pick<EmulatorTools, 'now'>, account: string): Stores {
  const documents = new Store<EmulatedDocument>();
  const groups = new Store<EmulatedGroup>();
  return {
    accessTokens: new ExpiringMap<AccessToken>(now, endOf),
    documents,
    listed: ranking(
      documents,
      ({ owner, template, modified }) => {
        if (owner !== account) return [];
        return template ? ['own'] : ['own', modified ? 'modified' : 'unmodified'];
      },
      () => 0,
    ),
    groups,
    listedGroups: ranking(
      groups,
      ({ owner }) => (owner === account ? ['own'] : []),
      ({ updatedAt }) => -updatedAt,
    ),
    links: new ExpiringMap<EmulatedLink>(now, endOf),
    pages: new ExpiringMap<EmulatedPage>(now, endOf),
  };
}

function endOf({ expiresAt }: { readonly expiresAt: number }): number {
  return expiresAt;
}
