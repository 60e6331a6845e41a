import { t } from '@vscode/l10n';
import { type ComponentChildren, createContext } from 'preact';
import { useContext, useEffect, useId, useRef, useState } from 'preact/hooks';
import type { DescribedVariable } from '../../../src/protocol/pages/formState';
import { type ListedOption, nextOption, OptionList } from '../../ui/controls/optionList';
import { Popup } from '../../ui/controls/popup';
import { type BegunVariable, begunAt, namesLike, withVariable } from './begunVariable';

/** What `{{name}}` may stand for. */
export const VariablesContext = createContext<readonly DescribedVariable[]>([]);

/** Asks for the value of one that nobody has; there where one can be added. */
export const AddVariableContext = createContext<((name: string) => void) | undefined>(undefined);

interface VariableNamesProps {
  readonly label: string;
  readonly onPick: (text: string) => void;
  readonly children: ComponentChildren;
}

type Control = HTMLInputElement | HTMLTextAreaElement;

/** Completes names in the text field that it is around, where `{{` is typed. */
export function VariableNames({ label, onPick, children }: VariableNamesProps) {
  const listId = useId();
  const frame = useRef<HTMLDivElement>(null);
  const variables = useContext(VariablesContext);
  const [begun, setBegun] = useState<BegunVariable | undefined>(undefined);
  const [active, setActive] = useState(0);
  const options = begun === undefined ? [] : namesLike(variables, begun.typed).map(optionOf);
  const isOpen = options.length > 0;
  const close = () => setBegun(undefined);

  useEffect(() => {
    const control = controlIn(frame.current);
    if (control !== undefined) describeList(control, isOpen ? { listId, active } : undefined);
  }, [isOpen, active, listId]);

  const look = () => {
    const control = controlIn(frame.current);
    setActive(0);
    setBegun(control && begunAt(control.value, control.selectionStart ?? control.value.length));
  };
  const pick = ({ value: name }: ListedOption) => {
    const control = controlIn(frame.current);
    if (control === undefined || begun === undefined) return;
    const next = withVariable(control.value, begun, name);
    close();
    onPick(next.text);
    // The new text is drawn first.
    requestAnimationFrame(() => control.setSelectionRange(next.caret, next.caret));
  };
  const press = (event: KeyboardEvent) => {
    if (!isOpen) return;
    const option = options[active];
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      setActive(nextOption(active, event.key === 'ArrowDown' ? 1 : -1, options.length));
    } else if (event.key === 'Enter' && option !== undefined && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      event.stopPropagation();
      pick(option);
    } else if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      close();
    }
  };
  return (
    <div ref={frame} class="variable-names" onInput={look} onKeyDownCapture={press} onFocusOut={close}>
      {children}
      <span class="visually-hidden" role="status">
        {isOpen ? countOf(options.length) : ''}
      </span>
      {isOpen && (
        <Popup>
          <OptionList
            id={listId}
            label={t('Variables for {0}', label)}
            options={options}
            active={active}
            withValues={false}
            onPick={pick}
          />
        </Popup>
      )}
    </div>
  );
}

function optionOf({ name, says }: DescribedVariable): ListedOption {
  return { value: name, label: name, detail: says };
}

function countOf(count: number): string {
  return count === 1
    ? t('1 variable, Enter takes it')
    : t('{0} variables, arrow keys choose one, Enter takes it', count);
}

/** Toolkit elements have their control in a shadow root. */
function controlIn(frame: HTMLElement | null): Control | undefined {
  return frame?.querySelector<HTMLElement & { readonly control?: Control }>('[data-control]')?.control;
}

/** Ids do not reach out of a shadow root, elements do. */
function describeList(control: Control, list: { readonly listId: string; readonly active: number } | undefined): void {
  control.setAttribute('aria-autocomplete', 'list');
  control.ariaControlsElements = list === undefined ? null : elementsOf(list.listId);
  control.ariaActiveDescendantElement =
    list === undefined ? null : document.getElementById(`${list.listId}-${list.active}`);
}

function elementsOf(id: string): Element[] {
  const element = document.getElementById(id);
  return element === null ? [] : [element];
}
