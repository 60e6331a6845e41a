import { t } from '@vscode/l10n';
import type { ComponentChildren } from 'preact';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import type { ConnectionChoice, TranslationChoice } from '../../../src/protocol/pages/formState';
import { Chip } from '../../ui/chip';
import { Button } from '../../ui/controls/button';
import { Dropdown } from '../../ui/controls/dropdown';
import { IconButton, TextButton } from '../../ui/controls/quietButton';
import { Elapsed } from '../../ui/elapsed';
import { Icon } from '../../ui/icon';
import { ProgressRing } from '../../ui/progressRing';

export interface SendBarProps {
  readonly connection: string;
  readonly connections: readonly ConnectionChoice[];
  readonly sending: boolean;
  /** How long it was under way when that was said. */
  readonly passedMs: number | undefined;
  readonly onChoose: (id: string) => void;
  readonly onAdd: () => void;
  readonly translations: readonly TranslationChoice[];
  readonly onTranslate: () => void;
  readonly onOpenAsText: () => void;
  readonly onOpenBeside: () => void;
  /** Nothing can be sent as it is. */
  readonly blocked: boolean;
  readonly onSend: () => void;
  readonly onCancel: () => void;
  /** What has to stay in sight with it. */
  readonly children: ComponentChildren;
}

/** Where the request goes, and the button that sends it. Stays in sight however long the form is. */
export function SendBar(props: SendBarProps) {
  const { connection, connections, translations, sending, blocked } = props;
  const bar = useRef<HTMLDivElement>(null);
  useEffect(() => (bar.current ? keepClear(bar.current) : undefined), []);
  const chosen = connections.find(({ id }) => id === connection);
  return (
    <div class={chosen?.live ? 'send-bar send-bar-live' : 'send-bar'} ref={bar}>
      <div class="send-bar-inner">
        <div class="connection">
          <ConnectionDropdown {...props} />
          <IconButton icon="add" label={t('Add connection…')} onClick={props.onAdd} action="addConnection" />
          {chosen && <EnvironmentChip connection={chosen} />}
        </div>
        <div class="send-actions">
          {translations.length > 0 && (
            <TextButton icon="openExternal" onClick={props.onTranslate} action="translate">
              {translations.length === 1 ? translations[0]?.title : t('Open as request of another API…')}
            </TextButton>
          )}
          <TextButton icon="json" onClick={props.onOpenAsText} action="openAsText">
            {t('Open as text')}
          </TextButton>
          <IconButton
            icon="beside"
            label={t('Open text beside')}
            onClick={props.onOpenBeside}
            action="openTextBeside"
          />
          {sending ? (
            <>
              <ProgressRing label={t('Sending')} small />
              <Elapsed passedMs={props.passedMs} />
              <Button onClick={props.onCancel} icon="stop" action="cancel">
                {t('Cancel')}
              </Button>
            </>
          ) : (
            <Button
              primary
              disabled={blocked}
              onClick={props.onSend}
              icon="send"
              title={t('Send (Ctrl+Enter)')}
              action="send"
            >
              {t('Send')}
            </Button>
          )}
        </div>
      </div>
      {chosen?.live && (
        <p class="live-note">
          <Icon name="warning" />
          <span>{t('This is not a test: what you send here reaches real people.')}</span>
        </p>
      )}
      {chosen?.isUnchecked && (
        <p class="unchecked-note">
          <Icon name="error" />
          <span>{t('Certificates are not checked on this connection: whoever answers is believed.')}</span>
        </p>
      )}
      {props.children}
    </div>
  );
}

/** Scrolling to a field must not leave it under the bar. */
function keepClear(bar: HTMLElement): () => void {
  const observer = new ResizeObserver(() => {
    document.documentElement.style.scrollPaddingTop = `${bar.offsetHeight + 8}px`;
  });
  observer.observe(bar);
  return () => observer.disconnect();
}

function ConnectionDropdown({ connection, connections, sending, blocked, onChoose }: SendBarProps) {
  const options = useMemo(() => {
    const known = connections.map(({ id, title, baseUrl }) => ({ value: id, label: title, title: baseUrl }));
    if (connections.some(({ id }) => id === connection)) return known;
    const label = connection === '' ? t('Choose a connection…') : t('{0} (not set up here)', connection);
    return [{ value: connection, label }, ...known];
  }, [connection, connections]);
  return (
    <Dropdown
      label={t('Connection')}
      value={connection}
      options={options}
      onChange={onChoose}
      disabled={sending || blocked}
      isProposed
    />
  );
}

/** Says nothing where the connection is called like its environment, unless that is a live one. */
function EnvironmentChip({
  connection: { title, environment, live, baseUrl },
}: {
  readonly connection: ConnectionChoice;
}) {
  if (!live && title === environment) return null;
  return (
    <Chip tone={live ? 'warning' : 'neutral'} icon={live ? 'warning' : undefined} title={baseUrl}>
      {live ? `${environment} · ${t('live')}` : environment}
    </Chip>
  );
}
