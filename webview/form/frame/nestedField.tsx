import type { ComponentChildren } from 'preact';
import { useContext, useId } from 'preact/hooks';
import type { FieldProps } from '../fields/fieldProps';
import { isBlank } from '../issues/issueTree';
import { LanesView } from '../lanes/lanesView';
import { AskedContext } from '../state/formContexts';
import { explain } from './explanation';
import { IssueLines, RemoveField, RequiredMark } from './fieldFrame';
import { FieldHelp } from './fieldHelp';

export interface NestedFieldProps extends FieldProps {
  /** Beside the title: a count, buttons. */
  readonly aside?: ComponentChildren;
  readonly children: ComponentChildren;
}

/** The frame of a field that holds other fields. An item's own frame is its card, so it has no title here. */
export function NestedField({ field, place, onRemove, aside, children }: NestedFieldProps) {
  const { pointer, value, issues } = place;
  const id = useId();
  const asked = useContext(AskedContext);
  const own = (issues?.own ?? []).filter((issue) => asked || issue.severity === 'warning' || !isBlank(value));
  const explanation = explain(field);
  const titled = field.key !== '';
  return (
    // A region of the page for each would be more than anybody goes through: it is a group of fields.
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot have its title in a line with its buttons.
    <div
      role="group"
      class={titled ? 'nested nested-titled field-wide' : 'nested field-wide'}
      aria-labelledby={titled ? id : undefined}
      data-pointer={titled ? pointer : undefined}
      data-kind={field.kind}
    >
      {(titled || aside !== undefined) && (
        <div class="nested-title">
          {titled && <h3 id={id}>{field.label}</h3>}
          {titled && field.required && <RequiredMark />}
          {aside}
        </div>
      )}
      {titled && (
        <div class="field-note">
          {explanation} <FieldHelp field={field} pointer={pointer} />
        </div>
      )}
      <IssueLines issues={own} />
      {field.kind === 'list' && field.turns && <LanesView field={field} turns={field.turns} place={place} />}
      {children}
      {titled && onRemove && <RemoveField field={field} onRemove={onRemove} />}
    </div>
  );
}
