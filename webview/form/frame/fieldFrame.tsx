import { t } from '@vscode/l10n';
import type { ComponentChildren } from 'preact';
import { useContext, useId, useRef, useState } from 'preact/hooks';
import type { FormField, Issue } from '../../../src/protocol/form';
import { IconButton } from '../../ui/controls/quietButton';
import { Icon } from '../../ui/icon';
import type { FieldPlace } from '../fields/fieldPlace';
import { focusControl } from '../focus/focusField';
import { whenReleased } from '../focus/whenReleased';
import { isBlank } from '../issues/issueTree';
import { AddVariableButton, MendButton, MendingCallButton } from '../issues/mendButton';
import { AskedContext, NotesContext, SentAsContext } from '../state/formContexts';
import { explain } from './explanation';
import { FieldHelp } from './fieldHelp';

/** What a control needs to know of the frame around it. */
export interface FrameIds {
  readonly labelId: string;
  readonly noteId: string;
  /** Problems and explanation in one text, for controls that ids cannot reach. */
  readonly description: string;
  readonly invalid: boolean;
}

export interface FieldFrameProps {
  readonly field: FormField;
  readonly place: FieldPlace;
  /** Those of the place itself unless others are given. */
  readonly issues?: readonly Issue[];
  /** A problem that only the panel knows: text that is no value. */
  readonly error?: string | undefined;
  /** What the value that is chosen means. */
  readonly meaning?: string | undefined;
  /** Takes the whole width of the form. */
  readonly wide?: boolean;
  /** The control carries the label itself. */
  readonly unlabelled?: boolean;
  readonly onRemove?: ((key: string) => void) | undefined;
  readonly children: (frame: FrameIds) => ComponentChildren;
}

/** Label, control, problems and explanation of one value. */
export function FieldFrame(props: FieldFrameProps) {
  const { field, place, error, onRemove } = props;
  const element = useRef<HTMLDivElement>(null);
  const id = useId();
  const [touched, setTouched] = useState(false);
  const asked = useContext(AskedContext);
  const loud = asked || touched || !isBlank(place.value);
  const issues = (props.issues ?? place.issues?.own ?? []).filter((issue) => loud || issue.severity === 'warning');
  const messages = [...(error === undefined ? [] : [error]), ...issues.map((issue) => issue.message)];
  const explanation = explain(field);
  const sentAs = useContext(SentAsContext)[place.pointer];
  const note = useContext(NotesContext)[place.pointer];
  const frame = {
    labelId: `${id}-label`,
    noteId: `${id}-note`,
    description: [...messages, sentAs, note, props.meaning, explanation].filter(Boolean).join(' '),
    invalid: error !== undefined || issues.some((issue) => issue.severity === 'error'),
  };
  return (
    <div
      ref={element}
      class={props.wide ? 'field field-wide' : 'field'}
      data-pointer={place.pointer}
      data-kind={field.kind}
      onFocusOut={() => whenReleased(() => setTouched(true))}
    >
      {!props.unlabelled && (
        <div class="field-label">
          {/* biome-ignore lint/a11y: a wider target for the mouse; the control is named and reached by itself. */}
          <span id={frame.labelId} onClick={() => element.current && focusControl(element.current)}>
            {field.label}
          </span>
          {field.required && <RequiredMark />}
        </div>
      )}
      <div class="field-control">
        {props.children(frame)}
        {props.unlabelled && onRemove && <RemoveField field={field} onRemove={onRemove} />}
      </div>
      {!props.unlabelled && onRemove && <RemoveField field={field} onRemove={onRemove} />}
      <div id={frame.noteId} class="field-notes">
        {error !== undefined && <IssueLine severity="error" message={error} />}
        <IssueLines issues={issues} />
        {sentAs !== undefined && (
          <p class="field-sent-as">
            <Icon name="arrowRight" />
            <span>{sentAs}</span>
          </p>
        )}
        {note !== undefined && <p class="field-note field-note-own">{note}</p>}
        {props.meaning !== undefined && <p class="field-note field-meaning">{props.meaning}</p>}
        <div class="field-note">
          {explanation} <FieldHelp field={field} pointer={place.pointer} />
        </div>
      </div>
    </div>
  );
}

export function RequiredMark() {
  return (
    <span class="required" title={t('Required')} aria-hidden="true">
      *
    </span>
  );
}

export function RemoveField({
  field,
  onRemove,
}: {
  readonly field: FormField;
  readonly onRemove: (key: string) => void;
}) {
  return (
    <span class="field-remove">
      <IconButton
        icon="close"
        label={t('Remove {0}', field.label)}
        onClick={() => onRemove(field.key)}
        action="removeField"
      />
    </span>
  );
}

type IssueLineProps = Pick<Issue, 'severity' | 'message' | 'mend' | 'variable' | 'prediction'>;

export function IssueLines({ issues }: { readonly issues: readonly Issue[] }) {
  return (
    <>
      {issues.map((issue) => (
        <IssueLine key={`${issue.code} ${issue.message}`} {...issue} />
      ))}
    </>
  );
}

export function IssueLine({ severity, message, mend, variable, prediction }: IssueLineProps) {
  return (
    <p class={`issue issue-${severity}`}>
      <Icon name={severity} />
      <span>
        <span class="visually-hidden">{severity === 'error' ? t('Problem:') : t('Warning:')} </span>
        {message} {mend && <MendButton mend={mend} />}
        {variable !== undefined && <AddVariableButton name={variable} />}
        {prediction?.mendedBy && <MendingCallButton {...prediction.mendedBy} />}
      </span>
    </p>
  );
}
