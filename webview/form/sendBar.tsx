import type { ComponentChildren } from 'preact';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import type { ConnectionChoice } from '../../src/protocol/form';
import { Button } from '../ui/button';
import { Chip } from '../ui/chip';
import { Dropdown } from '../ui/dropdown';
import { ProgressRing } from '../ui/progressRing';
import { TextButton } from '../ui/quietButton';

export interface SendBarProps {
  readonly connection: string;
  readonly connections: readonly ConnectionChoice[];
  readonly sending: boolean;
  readonly onChoose: (id: string) => void;
  readonly onAdd: () => void;
  readonly onOpenAsText: () => void;
  readonly onSend: () => void;
  readonly onCancel: () => void;
  /** What has to stay in sight with it. */
  readonly children: ComponentChildren;
}

/** Where the request goes, and the button that sends it. Stays in sight however long the form is. */
export function SendBar(props: SendBarProps) {
  const { connection, connections, sending } = props;
  const bar = useRef<HTMLDivElement>(null);
  useEffect(() => (bar.current ? keepClear(bar.current) : undefined), []);
  const chosen = connections.find(({ id }) => id === connection);
  return (
    <div class="send-bar" ref={bar}>
      <div class="send-bar-inner">
        <div class="connection">
          <ConnectionDropdown {...props} />
          {chosen && <EnvironmentChip connection={chosen} />}
          <TextButton icon="add" onClick={props.onAdd} action="addConnection">
            Add connection…
          </TextButton>
        </div>
        <div class="send-actions">
          <TextButton icon="json" onClick={props.onOpenAsText} action="openAsText">
            Open as text
          </TextButton>
          {sending ? (
            <>
              <ProgressRing label="Sending" small />
              <Button onClick={props.onCancel} icon="stop" action="cancel">
                Cancel
              </Button>
            </>
          ) : (
            <Button primary onClick={props.onSend} icon="send" title="Send (Ctrl+Enter)" action="send">
              Send
            </Button>
          )}
        </div>
      </div>
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

function ConnectionDropdown({ connection, connections, sending, onChoose }: SendBarProps) {
  const options = useMemo(() => {
    const known = connections.map(({ id, title, baseUrl }) => ({ value: id, label: title, title: baseUrl }));
    if (connections.some(({ id }) => id === connection)) return known;
    const label = connection === '' ? 'Choose a connection…' : `${connection} (not set up here)`;
    return [{ value: connection, label }, ...known];
  }, [connection, connections]);
  return <Dropdown label="Connection" value={connection} options={options} onChange={onChoose} disabled={sending} />;
}

function EnvironmentChip({ connection }: { readonly connection: ConnectionChoice }) {
  if (!connection.live) {
    return (
      <Chip tone="neutral" title={connection.baseUrl}>
        {connection.environment}
      </Chip>
    );
  }
  return (
    <Chip tone="warning" icon="warning" title={`${connection.baseUrl}: invites sent here reach real people`}>
      {connection.environment} · live
    </Chip>
  );
}
