import { t } from '@vscode/l10n';
import { useState } from 'preact/hooks';
import type { InspectorToHost } from '../../src/protocol/messages';
import type { InspectedRequest } from '../../src/protocol/pages/inspector';
import type { LoggedContent } from '../../src/protocol/pages/loggedContent';
import { sizeText } from '../../src/protocol/words/sizeText';
import type { Post } from '../host';
import { Chip } from '../ui/chip';
import { Icon } from '../ui/icon';
import { sentence } from '../ui/sentence';
import { ExchangeView } from './exchangeView';

export interface RequestRowProps {
  readonly request: InspectedRequest;
  readonly withApi: boolean;
  /** Null where there is none; undefined as long as nobody wanted it. */
  readonly content: LoggedContent | null | undefined;
  readonly post: Post<InspectorToHost>;
}

/** Opens to what came and what was answered. */
export function RequestRow({ request, withApi, content, post }: RequestRowProps) {
  const [isOpen, setOpen] = useState(false);
  const { key, time, method, path, status, isKept } = request;
  return (
    <li>
      <details
        onToggle={({ currentTarget: { open } }) => {
          setOpen(open);
          if (open && isKept && content === undefined) post('look', { key });
        }}
      >
        <summary>
          <Icon name={isOpen ? 'chevronDown' : 'chevronRight'} />
          <time>{time}</time>
          <Chip tone={status >= 400 ? 'bad' : 'good'}>{status}</Chip>
          <code>
            {method} {path}
          </code>
          <Findings request={request} withApi={withApi} />
        </summary>
        {isOpen && <Opened request={request} content={content} post={post} />}
      </details>
    </li>
  );
}

function Opened({ request, content, post }: Omit<RequestRowProps, 'withApi'>) {
  if (content) return <ExchangeView request={request} content={content} post={post} />;
  return (
    <p class="quiet inspector-exchange">
      {!request.isKept
        ? t('Its headers and bodies were not kept. Switch "Keep bodies" on, and send it again.')
        : content === null
          ? t('Its headers and bodies are not kept any more.')
          : t('Loading…')}
    </p>
  );
}

function Findings({ request, withApi }: Pick<RequestRowProps, 'request' | 'withApi'>) {
  const { api, operations, failures, undocumented, fault, illustrative, isAbsent } = request;
  const size = sizeText(request.requestBytes);
  const facts = [...(withApi ? [api] : []), ...operations, size, `${request.durationMs} ms`];
  return (
    <span class="inspector-more">
      {failures.map(({ id, meaning }) => (
        <span key={id} class="inspector-refusal">
          {meaning === ''
            ? sentence(t('Refused by {0}'), <code>{id}</code>)
            : sentence(t('Refused by {0}: {1}'), <code>{id}</code>, meaning)}
        </span>
      ))}
      {undocumented.length > 0 && (
        <span class="inspector-refusal">
          {t('Refused by a strict emulator, since no source has it: {0}', undocumented.join(', '))}
        </span>
      )}
      {fault !== '' && <span class="inspector-refusal">{t('A fault that you set: {0}', fault)}</span>}
      {isAbsent && <span>{t('The API has this call; the emulator does not.')}</span>}
      {illustrative.length > 0 && <span>{t('Made up, since no source gives it: {0}.', illustrative.join(', '))}</span>}
      <span class="quiet">{facts.join(' · ')}</span>
    </span>
  );
}
