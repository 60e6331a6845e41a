import { t } from '@vscode/l10n';
import { useEffect, useState } from 'preact/hooks';
import type { InspectorToHost } from '../../src/protocol/messages';
import type { InspectedRequest, InspectorState } from '../../src/protocol/pages/inspector';
import type { LoggedContent } from '../../src/protocol/pages/loggedContent';
import { keep, kept, type Post } from '../host';
import { Callout } from '../ui/callout';
import { Checkbox } from '../ui/controls/checkbox';
import { Dropdown } from '../ui/controls/dropdown';
import { TextField } from '../ui/controls/textField';
import { EmptyState } from '../ui/emptyState';
import { RequestRow } from './requestRow';

export type Contents = ReadonlyMap<string, LoggedContent | null>;

export interface InspectorAppProps {
  readonly state: InspectorState;
  /** Of those that were opened. */
  readonly contents: Contents;
  readonly post: Post<InspectorToHost>;
}

export function InspectorApp({ state, contents, post }: InspectorAppProps) {
  const [search, setSearch] = useState(() => kept()['search'] ?? '');
  const { apis, chosen, isRunning, keepsBodies, remarks, requests } = state;
  useEffect(() => keep({ search, chosen }), [search, chosen]);
  const shown = requests.filter((request) => matches(request, search));
  const choices = [{ value: '', label: t('All APIs') }, ...apis.map(({ id, title }) => ({ value: id, label: title }))];
  return (
    <main class="page inspector-page">
      <h1>{t('Requests to the emulator')}</h1>
      <div class="inspector-tools">
        <TextField
          value={search}
          onInput={setSearch}
          label={t('Search')}
          placeholder={t('Call, path, status or failure')}
        />
        <Dropdown
          value={chosen}
          label={t('API')}
          options={choices}
          onChange={(provider) => post('choose', { provider })}
        />
        <Checkbox checked={keepsBodies} onChange={(isOn) => post('keepBodies', { isOn })}>
          {t('Keep bodies')}
        </Checkbox>
      </div>
      <p class="quiet">
        {keepsBodies
          ? t(
              'Live. Queries, headers and bodies of what comes now are kept in memory until the emulator starts over, with secrets masked.',
            )
          : t(
              'Live. Queries, headers and bodies are not kept: they may hold secrets. To see why a request is refused, switch it on and send the request again.',
            )}
      </p>
      {remarks.length > 0 && (
        <Callout kind="info">
          {remarks.map((remark) => (
            <p key={remark}>{remark}</p>
          ))}
        </Callout>
      )}
      <p class="quiet inspector-count" role="status">
        {countText(shown.length, requests.length)}
      </p>
      {requests.length === 0 ? (
        <Nothing isRunning={isRunning} />
      ) : (
        <ol class="inspector-rows" aria-label={t('Requests, the newest first')}>
          {shown.map((request) => (
            <RequestRow
              key={request.key}
              request={request}
              withApi={chosen === ''}
              content={contents.get(request.key)}
              post={post}
            />
          ))}
        </ol>
      )}
    </main>
  );
}

function Nothing({ isRunning }: { readonly isRunning: boolean }) {
  return isRunning ? (
    <EmptyState icon="history" title={t('Nothing has been asked yet')}>
      <p>{t('Send a request to the emulator, from here or from your application.')}</p>
    </EmptyState>
  ) : (
    <EmptyState icon="stop" title={t('The emulator does not run')}>
      <p>{t('Start it in the E-Sign view. What is asked of it then appears here.')}</p>
    </EmptyState>
  );
}

function countText(shown: number, all: number): string {
  if (all === 0) return '';
  if (shown !== all) return t('{0} of {1} requests', shown, all);
  return all === 1 ? t('1 request') : t('{0} requests', all);
}

function matches(request: InspectedRequest, search: string) {
  const { api, method, path, status, operations, failures, undocumented, fault, illustrative } = request;
  const told = failures.flatMap(({ id, meaning }) => [id, meaning]);
  const text = [api, method, path, status, ...operations, ...told, ...undocumented, fault, ...illustrative]
    .join(' ')
    .toLowerCase();
  const words = search.trim().toLowerCase().split(/\s+/);
  return words.every((word) => text.includes(word));
}
