import type { ComponentChildren } from 'preact';
import { useMemo } from 'preact/hooks';
import type { FormToHost } from '../../../src/protocol/messages';
import type { FormState } from '../../../src/protocol/pages/formState';
import type { Post } from '../../host';
import { ListsContext, type ListsDesk } from './listsContext';

/** What the host says of rows beside the state. */
export type ShownRows = Pick<ListsDesk, 'preview' | 'copied' | 'kept'>;

export interface ListsProviderProps {
  readonly state: Extract<FormState, { kind: 'form' }>;
  readonly rows: ShownRows;
  readonly post: Post<FormToHost>;
  readonly children: ComponentChildren;
}

export function ListsProvider({ state: { issueGroups }, rows, post, children }: ListsProviderProps) {
  const desk = useMemo(() => ({ ...rows, issueGroups, post }), [rows, issueGroups, post]);
  return <ListsContext.Provider value={desk}>{children}</ListsContext.Provider>;
}
