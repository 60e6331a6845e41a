import { t } from '@vscode/l10n';
import { useContext, useMemo, useRef } from 'preact/hooks';
import type { ListField } from '../../../src/protocol/form';
import { Icon } from '../../ui/icon';
import { type FieldPlace, useSamePlace } from '../fields/fieldPlace';
import { FieldRenderer } from '../fields/fieldRenderer';
import type { IssueNode } from '../issues/issueTree';
import { AskedContext } from '../state/formContexts';
import { ItemButtons } from './itemButtons';
import { itemSummary } from './itemSummary';
import { SelectBox } from './several/selectBox';
import type { ItemActions } from './useItemActions';
import { useNear } from './useNear';

export interface ItemProps {
  readonly itemKey: number;
  readonly index: number;
  readonly last: boolean;
  readonly removable: boolean;
  readonly copyable: boolean;
  /** The list the item lies in. */
  readonly field: ListField;
  readonly place: FieldPlace;
  readonly open: boolean;
  readonly onToggle: (key: number) => void;
  /** Undefined while items are not chosen to be changed together. */
  readonly isChosen: boolean | undefined;
  readonly onChoose: (index: number, reaches: boolean) => void;
  readonly actions: ItemActions;
}

/** So many are drawn whole at once. */
const wholeAtOnce = 15;

/**
 * An item with fields of its own. Closed, it is one line; far from the window, its button alone, so that hundreds stay
 * quick.
 */
export function ItemCard(props: ItemProps) {
  const { itemKey, index, last, removable, copyable, field, open, onToggle, isChosen, onChoose, actions } = props;
  const place = useSamePlace(props.place);
  const asked = useContext(AskedContext);
  const FieldView = useContext(FieldRenderer);
  const element = useRef<HTMLLIElement>(null);
  const near = useNear(element, index < wholeAtOnce || open) || open;
  return useMemo(() => {
    const texts = itemSummary(field.item, place);
    const bodyId = `fields:${place.pointer}`.replaceAll(/\s/g, '_');
    return (
      <li
        ref={element}
        class={`card${open ? ' card-open' : ''}${isChosen ? ' card-chosen' : ''}`}
        data-pointer={place.pointer}
      >
        <div class="card-head">
          <SelectBox {...props} />
          <button
            type="button"
            class="card-toggle"
            aria-expanded={open}
            aria-controls={open ? bodyId : undefined}
            onClick={(event) => {
              if (event.shiftKey || event.ctrlKey || event.metaKey) onChoose(index, event.shiftKey);
              else onToggle(itemKey);
            }}
            data-action="toggle"
          >
            {near ? (
              <NearLine label={field.itemLabel} number={index + 1} open={open} texts={texts} />
            ) : (
              <span class="card-summary">
                {[index + 1, ...(texts.length > 0 ? texts : [field.itemLabel])].join(' ')}
              </span>
            )}
            <CardState issues={place.issues} asked={asked} near={near} />
          </button>
          {near && (
            <ItemButtons
              field={field}
              itemKey={itemKey}
              index={index}
              last={last}
              removable={removable}
              copyable={copyable}
              actions={actions}
            />
          )}
        </div>
        {open && (
          <div class="card-body" id={bodyId}>
            <FieldView field={field.item} place={place} />
          </div>
        )}
      </li>
    );
  }, [
    itemKey,
    index,
    last,
    removable,
    copyable,
    field,
    place,
    open,
    near,
    onToggle,
    isChosen,
    onChoose,
    actions,
    asked,
  ]);
}

interface NearLineProps {
  readonly label: string;
  readonly number: number;
  readonly open: boolean;
  readonly texts: readonly string[];
}

function NearLine({ label, number, open, texts: [first, ...others] }: NearLineProps) {
  return (
    <>
      <Icon name={open ? 'chevronDown' : 'chevronRight'} />
      <span class="card-number" draggable title={t('Drag to another place')}>
        {number}
      </span>
      <span class="card-summary">
        {first === undefined ? <span class="card-empty">{label}</span> : <span>{first}</span>}
        {others.map((text) => (
          <span key={text} class="card-other">
            {text}
          </span>
        ))}
      </span>
    </>
  );
}

interface CardStateProps {
  readonly issues: IssueNode | undefined;
  readonly asked: boolean;
  readonly near: boolean;
}

function CardState({ issues, asked, near }: CardStateProps) {
  if (!issues) return null;
  const { wrong, missing, warnings } = issues.counts;
  const errors = asked ? wrong + missing : wrong;
  if (errors > 0) {
    return <State kind="error" text={errors === 1 ? t('1 problem') : t('{0} problems', errors)} near={near} />;
  }
  if (missing > 0) return <span class="card-missing">{t('{0} to fill in', missing)}</span>;
  const told = warnings === 1 ? t('1 warning') : t('{0} warnings', warnings);
  return warnings > 0 ? <State kind="warning" text={told} near={near} /> : null;
}

interface StateProps {
  readonly kind: 'error' | 'warning';
  readonly text: string;
  readonly near: boolean;
}

function State({ kind, text, near }: StateProps) {
  return (
    <span class={`card-state issue-${kind}`}>
      {near && <Icon name={kind} />}
      <span>{text}</span>
    </span>
  );
}
