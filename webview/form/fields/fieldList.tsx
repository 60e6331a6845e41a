import { useCallback, useContext, useRef, useState } from 'preact/hooks';
import type { FormField } from '../../../src/protocol/form';
import type { JsonValue } from '../../../src/protocol/json';
import { isWithin, pointerTo } from '../../../src/protocol/pointer';
import { focusNearest } from '../focus/focusField';
import { AddField, MissedField } from '../frame/addField';
import { allIssues, childOf } from '../issues/issueTree';
import { FieldChoices } from '../state/fieldChoices';
import { useReveal, useSession } from '../state/formContexts';
import { OuterContext, useOuterValues } from '../state/outerValues';
import { memberPlace } from './fieldPlace';
import type { FieldProps } from './fieldProps';
import { FieldRenderer } from './fieldRenderer';

export interface FieldListProps extends Pick<FieldProps, 'place'> {
  readonly fields: readonly FormField[];
}

/** Required and filled fields, and a way to add the others. */
export function FieldList({ fields, place }: FieldListProps) {
  const { pointer, value, issues } = place;
  const session = useSession();
  const FieldView = useContext(FieldRenderer);
  const [, redraw] = useState(0);
  const choices = useRef(new FieldChoices()).current;
  const { outer, within } = useOuterValues(fields, value);
  const show = useCallback(
    (key: string) => {
      choices.show(key);
      redraw((count) => count + 1);
    },
    [choices],
  );

  useReveal(
    pointer,
    useCallback(
      (target: string) => {
        const field = fields.find((candidate) => isWithin(target, pointerTo(pointer, candidate.key)));
        if (field) show(field.key);
      },
      [fields, pointer, show],
    ),
  );
  for (const field of fields) {
    const isWrong = childOf(issues, field.key) !== undefined;
    const isWanted = session.isRevealing(pointerTo(pointer, field.key));
    choices.follow(field, value, { isWrong, isWanted }, outer);
  }

  const remove = useCallback(
    (key: string) => {
      const order = fields.map((field) => field.key).filter((one) => choices.shows(one));
      const place = order.indexOf(key);
      focusBeside(pointer, order[place + 1] ?? order[place - 1]);
      choices.remove(key);
      session.hold(pointerTo(pointer, key), undefined);
      session.edit({ kind: 'remove', pointer: pointerTo(pointer, key) }, () => {
        choices.removed(key);
        redraw((count) => count + 1);
      });
      redraw((count) => count + 1);
    },
    [session, fields, pointer, choices],
  );
  const add = (field: FormField) => {
    const start = startOf(field);
    if (start !== undefined) session.edit({ kind: 'set', pointer: pointerTo(pointer, field.key), value: start });
    session.reveal(pointerTo(pointer, field.key));
    show(field.key);
  };

  const hidden = fields.filter((field) => !choices.shows(field.key));
  return (
    <OuterContext.Provider value={within}>
      <div class="fields">
        {fields.map(
          (field) =>
            choices.shows(field.key) && (
              <FieldView
                key={field.key}
                field={field}
                place={memberPlace(place, field.key)}
                onRemove={field.required || field.key === '' ? undefined : remove}
              />
            ),
        )}
      </div>
      {hidden.map((field) => (
        <MissedField key={field.key} field={field} issues={allIssues(childOf(issues, field.key))} onAdd={add} />
      ))}
      {hidden.length > 0 && <AddField fields={hidden} onAdd={add} />}
    </OuterContext.Provider>
  );
}

/** Of a field that goes away with the focus in it, the neighbour goes on; without one, what adds fields. */
function focusBeside(pointer: string, key: string | undefined): void {
  requestAnimationFrame(() => {
    if (key !== undefined) return focusNearest(pointerTo(pointer, key));
    const group = document.querySelector(`[data-pointer="${CSS.escape(pointer)}"]`);
    group?.querySelector<HTMLElement>('[data-action="moreFields"]')?.focus();
  });
}

/** Whoever adds a switch wants it on; other fields wait for their value. */
function startOf(field: FormField): JsonValue | undefined {
  return field.kind === 'check' ? field.on : undefined;
}
