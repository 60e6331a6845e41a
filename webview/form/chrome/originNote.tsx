import { t } from '@vscode/l10n';
import type { ComponentChildren } from 'preact';
import { useRef, useState } from 'preact/hooks';
import type { FormModel } from '../../../src/protocol/form';
import type { ReasonedPlace, RequestOrigin } from '../../../src/protocol/pages/formState';
import { pointerTitle } from '../../../src/protocol/requestPlace';
import { IconButton, TextButton } from '../../ui/controls/quietButton';
import { Icon } from '../../ui/icon';
import { useFocusHandover } from '../focus/useFocusHandover';

export interface OriginNoteProps {
  readonly model: FormModel;
  readonly origin: RequestOrigin;
  readonly onReveal: (pointer: string) => void;
  readonly onDismiss: () => void;
}

/** What became of the request that this one was made of: first what is left to do, last what went well. */
export function OriginNote({ model, origin, onReveal, onDismiss }: OriginNoteProps) {
  const { title, needed, leftOut, filled, mapped } = origin;
  const [showsMapped, setShowsMapped] = useState(false);
  const element = useRef<HTMLElement>(null);
  useFocusHandover(element);
  const placeOf = (pointer: string) => (
    <TextButton onClick={() => onReveal(pointer)} title={pointer} action="revealTranslated">
      {pointerTitle(model, pointer)}
    </TextButton>
  );
  const reasoned = ({ pointer, why }: ReasonedPlace) => (
    <Row key={pointer} place={placeOf(pointer)}>
      {why}
    </Row>
  );
  return (
    <section ref={element} class="origin-note" aria-labelledby="origin-note-title" tabIndex={-1}>
      <header>
        <Icon name="info" />
        <h2 id="origin-note-title">{t('Made of “{0}”', title)}</h2>
        <IconButton icon="close" label={t('Dismiss')} onClick={onDismiss} action="dismissOrigin" />
      </header>
      <Part title={t('To fill in')} rows={needed.map(reasoned)} />
      <Part
        title={t('Left out')}
        rows={leftOut.map(({ title: place, why }) => (
          <Row key={place} place={place}>
            {why}
          </Row>
        ))}
      />
      <Part title={t('Filled in')} rows={filled.map(reasoned)} />
      {mapped.length > 0 && (
        <TextButton
          icon={showsMapped ? 'chevronDown' : 'chevronRight'}
          expanded={showsMapped}
          onClick={() => setShowsMapped(!showsMapped)}
          action="showMapped"
        >
          {mapped.length === 1 ? t('Taken over: one value') : t('Taken over: {0} values', mapped.length)}
        </TextButton>
      )}
      {showsMapped && (
        <dl>
          {mapped.map(({ title: place, pointer, note }) => (
            <Row key={`${place} ${pointer}`} place={place}>
              {placeOf(pointer)} {note}
            </Row>
          ))}
        </dl>
      )}
    </section>
  );
}

function Part({ title, rows }: { readonly title: string; readonly rows: readonly ComponentChildren[] }) {
  if (rows.length === 0) return null;
  return (
    <>
      <h3>{title}</h3>
      <dl>{rows}</dl>
    </>
  );
}

function Row({ place, children }: { readonly place: ComponentChildren; readonly children: ComponentChildren }) {
  return (
    <>
      <dt>{place}</dt>
      <dd>{children}</dd>
    </>
  );
}
