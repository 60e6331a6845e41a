import { useCallback, useContext, useRef, useState } from 'preact/hooks';
import type { Dependence, FormField } from '../../../src/protocol/form';
import type { JsonValue } from '../../../src/protocol/json';
import { isWithin, memberOf, pointerTo } from '../../../src/protocol/pointer';
import { TextButton } from '../../ui/controls/quietButton';
import { focusNearest } from '../focus/focusField';
import { childOf, isBlank } from '../issues/issueTree';
import { useReveal, useSession } from '../state/formSession';
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
  // A field that was shown once stays: emptying one must not take it from under the cursor.
  const shown = useRef(new Set<string>()).current;
  // Asked for by name.
  const wanted = useRef(new Set<string>()).current;
  // Until the host has taken them out.
  const leaving = useRef(new Set<string>()).current;
  const show = useCallback((key: string) => {
    shown.add(key);
    wanted.add(key);
    redraw((count) => count + 1);
  }, []);

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
  // Taken out though what it depends on is there.
  const unwanted = useRef(new Set<string>()).current;
  for (const field of fields) {
    const own = pointerTo(pointer, field.key);
    const there = memberOf(value, field.key) !== undefined || childOf(issues, field.key) !== undefined;
    if (field.required || (there && !leaving.has(field.key)) || session.isRevealing(own)) shown.add(field.key);
    if (!there) follow(field, value, { shown, wanted, unwanted });
  }

  const remove = useCallback(
    (key: string) => {
      const order = fields.map((field) => field.key).filter((one) => shown.has(one));
      const place = order.indexOf(key);
      focusBeside(pointer, order[place + 1] ?? order[place - 1]);
      shown.delete(key);
      unwanted.add(key);
      wanted.delete(key);
      leaving.add(key);
      session.hold(pointerTo(pointer, key), undefined);
      session.edit({ kind: 'remove', pointer: pointerTo(pointer, key) }, () => {
        leaving.delete(key);
        redraw((count) => count + 1);
      });
      redraw((count) => count + 1);
    },
    [session, fields, pointer],
  );
  const add = (field: FormField) => {
    const start = startOf(field);
    if (start !== undefined) session.edit({ kind: 'set', pointer: pointerTo(pointer, field.key), value: start });
    session.reveal(pointerTo(pointer, field.key));
    show(field.key);
  };

  const hidden = fields.filter((field) => !shown.has(field.key));
  return (
    <>
      <div class="fields">
        {fields.map(
          (field) =>
            shown.has(field.key) && (
              <FieldView
                key={field.key}
                field={field}
                place={memberPlace(place, field.key)}
                onRemove={field.required || field.key === '' ? undefined : remove}
              />
            ),
        )}
      </div>
      {hidden.length > 0 && <AddField fields={hidden} onAdd={add} />}
    </>
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

interface Choices {
  readonly shown: Set<string>;
  readonly wanted: ReadonlySet<string>;
  readonly unwanted: ReadonlySet<string>;
}

/** An empty field comes and goes with what it depends on, unless somebody has decided about it. */
function follow(
  { key, onlyWith }: FormField,
  parent: JsonValue | undefined,
  { shown, wanted, unwanted }: Choices,
): void {
  if (onlyWith === undefined) return;
  if (depends(onlyWith, parent)) {
    if (!unwanted.has(key)) shown.add(key);
  } else if (!wanted.has(key)) shown.delete(key);
}

function depends({ key, values }: Dependence, parent: JsonValue | undefined): boolean {
  const other = memberOf(parent, key);
  return values === undefined ? other !== null && !isBlank(other) : values.some((value) => value === other);
}

function AddField({
  fields,
  onAdd,
}: {
  readonly fields: readonly FormField[];
  readonly onAdd: (field: FormField) => void;
}) {
  const [open, setOpen] = useState(false);
  return (
    <div class="add-field">
      <TextButton
        icon={open ? 'chevronDown' : 'chevronRight'}
        expanded={open}
        onClick={() => setOpen(!open)}
        action="moreFields"
      >
        More fields ({fields.length})
      </TextButton>
      {open && (
        <div class="add-field-names">
          {fields.map((field) => (
            <button
              key={field.key}
              type="button"
              class="add-field-name"
              title={field.description}
              onClick={() => onAdd(field)}
              data-field={field.key}
            >
              {field.label}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}

/** Whoever adds a switch wants it on; other fields wait for their value. */
function startOf(field: FormField): JsonValue | undefined {
  return field.kind === 'check' ? field.on : undefined;
}
