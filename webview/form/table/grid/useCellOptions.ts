import { useContext, useState } from 'preact/hooks';
import type { Choice, FormField } from '../../../../src/protocol/form';
import { type ListedOption, nextOption } from '../../../ui/controls/optionList';
import { begunAt, namesLike, withVariable } from '../../aids/begunVariable';
import { VariablesContext } from '../../aids/variableNames';
import { textOf } from '../../fields/scalarText';
import { useOffer } from '../../fields/useOffer';

/** What completes the text of a cell. */
export interface CellCompletion {
  readonly options: readonly ListedOption[];
  readonly status: string | undefined;
  readonly active: number;
  readonly isOpen: boolean;
  /** What is typed, and where the caret stands. */
  readonly look: (text: string, caret: number) => void;
  readonly open: () => void;
  readonly close: () => void;
  readonly step: (by: 1 | -1) => void;
  /** The text after an option was taken; whole where nothing is left to be typed. */
  readonly taken: (option: ListedOption) => {
    readonly text: string;
    readonly caret: number;
    readonly isWhole: boolean;
  };
}

interface Typing {
  readonly text: string;
  readonly caret: number;
  /** Something was typed since the editor began: only what is like it is offered. */
  readonly isTyped: boolean;
}

/** Names of variables where `{{` is begun; else what is known of the field, or offered by the connection. */
export function useCellOptions(field: FormField, known: readonly Choice[], begun: string | undefined): CellCompletion {
  const variables = useContext(VariablesContext);
  const offered = useOffer(known.length > 0 ? undefined : field.refersTo);
  const [typing, setTyping] = useState<Typing>({
    text: begun ?? '',
    caret: begun?.length ?? 0,
    isTyped: begun !== undefined,
  });
  const [isOpen, setOpen] = useState(true);
  const [active, setActive] = useState(-1);
  const variable = isSecret(field) ? undefined : begunAt(typing.text, typing.caret);
  const choices = [...known, ...(offered?.choices ?? [])];
  const options = variable
    ? namesLike(variables, variable.typed).map(({ name, says }) => ({ value: name, label: name, detail: says }))
    : likeTyped(choices, typing);
  const status = variable ? undefined : offered?.status;
  const move = (to: number) => setActive(to);
  return {
    options,
    status,
    active,
    isOpen: isOpen && (options.length > 0 || status !== undefined),
    look: (text, caret) => {
      setTyping({ text, caret, isTyped: true });
      // A name is what one wants where it is begun; other texts may be what they are.
      move(begunAt(text, caret) ? 0 : -1);
      setOpen(true);
    },
    open: () => {
      offered?.ask?.();
      setOpen(true);
    },
    close: () => setOpen(false),
    step: (by) => move(nextOption(active, by, options.length)),
    taken: ({ value }) =>
      variable
        ? { ...withVariable(typing.text, variable, value), isWhole: false }
        : { text: value, caret: value.length, isWhole: true },
  };
}

export function isSecret(field: FormField): boolean {
  return field.kind === 'text' && field.secret;
}

function likeTyped(choices: readonly Choice[], { text, isTyped }: Typing): readonly ListedOption[] {
  const wanted = isTyped ? text.trim().toLowerCase() : '';
  return choices
    .map(({ value, label, description }) => ({ value: textOf(value), label, detail: description }))
    .filter(({ value, label }) => `${label}\n${value}`.toLowerCase().includes(wanted));
}
