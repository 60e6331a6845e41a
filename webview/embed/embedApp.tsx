import { t } from '@vscode/l10n';
import { useState } from 'preact/hooks';
import type { EmbedToHost } from '../../src/protocol/messages';
import type { EmbedEvent, EmbedState, HappenedEvent } from '../../src/protocol/pages/embed';
import type { Post } from '../host';
import { timeOfDay } from '../moment';
import { Callout } from '../ui/callout';
import { Button } from '../ui/controls/button';
import { FrameStage } from './frameStage';

export interface EmbedAppProps {
  readonly state: EmbedState;
  readonly events: readonly HappenedEvent[];
  readonly post: Post<EmbedToHost>;
  readonly onEvent: (event: EmbedEvent) => void;
}

const widths = { phone: 390, tablet: 820, desktop: 1280 } as const;
type Width = keyof typeof widths;

function widthName(width: Width): string {
  switch (width) {
    case 'phone':
      return t('Phone');
    case 'tablet':
      return t('Tablet');
    case 'desktop':
      return t('Desktop');
  }
}

export function EmbedApp({ state, events, post, onEvent }: EmbedAppProps) {
  const [width, setWidth] = useState<Width>('phone');
  const [loads, setLoads] = useState(0);
  return (
    <main class="page embed-page">
      <header class="embed-head">
        <div class="embed-title">
          <h1>{state.title}</h1>
          <p class="quiet">{state.host}</p>
        </div>
        <div class="embed-tools">
          <fieldset class="embed-widths">
            <legend class="visually-hidden">{t('Width of the frame')}</legend>
            {(Object.keys(widths) as Width[]).map((one) => (
              <label key={one} class="embed-width">
                <input
                  type="radio"
                  name="width"
                  checked={one === width}
                  onChange={() => setWidth(one)}
                  data-action={`width-${one}`}
                />
                {widthName(one)} <span class="quiet">{t('{0} px', widths[one])}</span>
              </label>
            ))}
          </fieldset>
          {state.address !== undefined && (
            <Button onClick={() => setLoads(loads + 1)} icon="replay" action="reloadFrame">
              {t('Load again')}
            </Button>
          )}
          <Button onClick={() => post('openOutside', {})} icon="openExternal" action="openOutside">
            {t('Open in browser')}
          </Button>
        </div>
      </header>
      {state.rules && <Rules rules={state.rules} />}
      <div class="embed-body">
        {state.address === undefined ? (
          <div class="embed-stage">
            <NotShown isHeld={state.isHeld === true} onShow={() => post('showAgain', {})} />
          </div>
        ) : (
          <FrameStage width={widths[width]}>
            <iframe
              key={loads}
              title={t('Signing page: {0}', state.title)}
              class={`embed-frame embed-${width}`}
              src={state.address}
              sandbox="allow-scripts allow-forms allow-same-origin allow-popups"
              referrerpolicy="no-referrer"
              onLoad={() => onEvent({ kind: 'loaded', text: t('The frame loaded a page.') })}
            />
          </FrameStage>
        )}
        <Events events={events} />
      </div>
    </main>
  );
}

function NotShown({ isHeld, onShow }: { readonly isHeld: boolean; readonly onShow: () => void }) {
  if (!isHeld) return <p class="quiet">{t('The page is not shown, since it would stay empty in a frame.')}</p>;
  return (
    <div class="embed-held">
      <p>{t('The page was shown before, and is not asked for again by itself.')}</p>
      <Button onClick={onShow} icon="replay" action="showAgain">
        {t('Show again…')}
      </Button>
    </div>
  );
}

function Rules({ rules: { isRefused, sentence, headers } }: { readonly rules: NonNullable<EmbedState['rules']> }) {
  return (
    <Callout kind={isRefused ? 'error' : 'info'}>
      <p>{sentence}</p>
      {headers.map(({ name, value }) => (
        <p key={name} class="embed-header">
          <code>
            {name}: {value}
          </code>
        </p>
      ))}
    </Callout>
  );
}

function eventName(kind: EmbedEvent['kind']): string {
  switch (kind) {
    case 'loaded':
      return t('Loaded');
    case 'message':
      return t('Message (postMessage)');
    case 'redirect':
      return t('Redirect');
    case 'act':
      return t('Emulator');
  }
}

function Events({ events }: { readonly events: readonly HappenedEvent[] }) {
  return (
    <section class="block embed-events" aria-labelledby="events">
      <h2 id="events">{t('What happened')}</h2>
      <ol aria-live="polite">
        {events.length === 0 && <li class="quiet">{t('Nothing yet.')}</li>}
        {events.toReversed().map(({ at, kind, text }, index) => (
          <li key={events.length - index} data-event={kind}>
            <span class="quiet">{timeOfDay(at)}</span> <strong>{eventName(kind)}</strong>{' '}
            <span class="embed-text">{text}</span>
            {kind === 'redirect' && (
              <span class="quiet">
                {t('An application would show its own page here: the preview does not leave the site.')}
              </span>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
