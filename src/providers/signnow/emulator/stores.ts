import type { EmulatorTools } from '../../../core/emulation';
import { agenda } from '../../../kit/store/agenda';
import { ExpiringMap } from '../../../kit/store/expiringMap';
import { ranking } from '../../../kit/store/ranking';
import { Store } from '../../../kit/store/store';
import { expiryOfDocument, expiryOfGroup } from './events/inviteExpiry';
import type { EmulatedDocument } from './records/documents';
import type { EmulatedGroup } from './records/groups';
import type { EmulatedLink, EmulatedPage } from './records/pages';
import type { AccessToken, State } from './state';

type Stores = Pick<
  State,
  | 'accessTokens'
  | 'documents'
  | 'listed'
  | 'groups'
  | 'listedGroups'
  | 'expiringDocuments'
  | 'expiringGroups'
  | 'links'
  | 'pages'
>;

/** Each account lists what belongs to it, and nothing else. */
export function newStores({ now }: Pick<EmulatorTools, 'now'>): Stores {
  const documents = new Store<EmulatedDocument>();
  const groups = new Store<EmulatedGroup>();
  return {
    accessTokens: new ExpiringMap<AccessToken>(now, endOf),
    documents,
    listed: ranking(
      documents,
      ({ owner, template, modified }) => {
        const own = shelfOf(owner, 'own');
        return template ? [own] : [own, shelfOf(owner, modified ? 'modified' : 'unmodified')];
      },
      () => 0,
    ),
    groups,
    listedGroups: ranking(
      groups,
      ({ owner }) => [shelfOf(owner, 'own')],
      ({ updatedAt }) => -updatedAt,
    ),
    expiringDocuments: agenda(documents, expiryOfDocument),
    expiringGroups: agenda(groups, expiryOfGroup),
    links: new ExpiringMap<EmulatedLink>(now, endOf),
    pages: new ExpiringMap<EmulatedPage>(now, endOf),
  };
}

/** Where what belongs to an account is listed. */
export function shelfOf(owner: string, kind: 'own' | 'modified' | 'unmodified'): string {
  return `${kind}/${owner}`;
}

function endOf({ expiresAt }: { readonly expiresAt: number }): number {
  return expiresAt;
}
