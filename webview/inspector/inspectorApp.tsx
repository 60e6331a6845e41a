import { t } from '@vscode/l10n';
import { useEffect, useState } from 'preact/hooks';
import type { InspectorToHost } from '../../src/protocol/messages';
import type { InspectedRequest, InspectorState } from '../../src/protocol/pages/inspector';
import { sizeText } from '../../src/protocol/words/sizeText';
import { keep, kept, type Post } from '../host';
import { Chip } from '../ui/chip';
import { Dropdown } from '../ui/controls/dropdown';
import { TextField } from '../ui/controls/textField';
import { EmptyState } from '../ui/emptyState';
import { sentence } from '../ui/sentence';

export interface InspectorAppProps {
  readonly state: InspectorState;
  readonly post: Post<InspectorToHost>;
}

export function InspectorApp({ state, post }: InspectorAppProps) {
  const [search, setSearch] = useState(() => kept()['search'] ?? '');
  const { apis, chosen, isRunning, requests } = state;
  useEffect(() => keep({ search, chosen }), [search, chosen]);
  const shown = requests.filter((request) => matches(request, search));
  const choices = [{ value: '', label: t('All APIs') }, ...apis.map(({ id, title }) => ({ value: id, label: title }))];
  return (
    <main class="page inspector-page">
      <h1>{t('Requests to the emulator')}</h1>
      <p class="quiet">{t('Live. Values, queries, headers and bodies are not kept: they may hold secrets.')}</p>
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
      </div>
      <p class="quiet inspector-count" role="status">
        {countText(shown.length, requests.length)}
      </p>
      {requests.length === 0 ? (
        <Nothing isRunning={isRunning} />
      ) : (
        <ol class="inspector-rows" aria-label={t('Requests, the newest first')}>
          {shown.map((request) => (
            <Row key={request.key} request={request} withApi={chosen === ''} />
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

function Row({ request, withApi }: { readonly request: InspectedRequest; readonly withApi: boolean }) {
  const { api, time, method, path, status, operations, failures, undocumented, fault, illustrative, isAbsent } =
    request;
  const size = sizeText(request.requestBytes);
  const facts = [...(withApi ? [api] : []), ...operations, size, `${request.durationMs} ms`];
  return (
    <li>
      <time>{time}</time>
      <Chip tone={status >= 400 ? 'bad' : 'good'}>{status}</Chip>
      <code>
        {method} {path}
      </code>
      <div class="inspector-more">
        {failures.map(({ id, meaning }) => (
          <p key={id} class="inspector-refusal">
            {meaning === ''
              ? sentence(t('Refused by {0}'), <code>{id}</code>)
              : sentence(t('Refused by {0}: {1}'), <code>{id}</code>, meaning)}
          </p>
        ))}
        {undocumented.length > 0 && (
          <p class="inspector-refusal">
            {t('Refused by a strict emulator, since no source has it: {0}', undocumented.join(', '))}
          </p>
        )}
        {fault !== '' && <p class="inspector-refusal">{t('A fault that you set: {0}', fault)}</p>}
        {isAbsent && <p>{t('The API has this call; the emulator does not.')}</p>}
        {illustrative.length > 0 && <p>{t('Made up, since no source gives it: {0}.', illustrative.join(', '))}</p>}
        <p class="quiet">{facts.join(' · ')}</p>
      </div>
    </li>
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
