import { provideVSCodeDesignSystem, vsCodeDropdown, vsCodeOption } from '@vscode/webview-ui-toolkit';
import type { ComponentChildren, Ref } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { customElement } from './customElement';

provideVSCodeDesignSystem().register(vsCodeDropdown(), vsCodeOption());

interface DropdownElement extends HTMLElement {
  value: string;
}

const Element = customElement<{
  readonly ref: Ref<DropdownElement>;
  readonly id: string | undefined;
  readonly class: string;
  readonly disabled: boolean;
  readonly onChange: () => void;
  readonly 'aria-label': string | undefined;
  readonly 'aria-labelledby': string | undefined;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': 'true' | undefined;
  readonly 'aria-required': 'true' | undefined;
  readonly 'data-control': '';
  readonly children: ComponentChildren;
}>('vscode-dropdown');

const OptionElement = customElement<{
  readonly value: string;
  readonly title: string | undefined;
  readonly children: ComponentChildren;
}>('vscode-option');

export interface DropdownOption {
  readonly value: string;
  readonly label: string;
  readonly title?: string | undefined;
}

export interface DropdownProps {
  readonly value: string;
  readonly options: readonly DropdownOption[];
  readonly onChange: (value: string) => void;
  readonly id?: string;
  readonly label?: string;
  readonly labelledBy?: string;
  readonly describedBy?: string | undefined;
  readonly invalid?: boolean;
  readonly required?: boolean;
  readonly disabled?: boolean;
  /** What was chosen is shown only when `value` says so: it may be refused. */
  readonly isProposed?: boolean;
}

export function Dropdown(props: DropdownProps) {
  const element = useRef<DropdownElement>(null);
  const { value, options } = props;
  useLayoutEffect(() => {
    // The element learns of its options a moment after they are in the page, and chooses the first one then.
    let current = true;
    queueMicrotask(() => {
      if (current && element.current && element.current.value !== value) element.current.value = value;
    });
    return () => {
      current = false;
    };
  }, [value, options]);
  const report = () => {
    const chosen = element.current?.value;
    if (element.current === null || chosen === undefined || chosen === value) return;
    if (props.isProposed) element.current.value = value;
    props.onChange(chosen);
  };
  return (
    <Element
      ref={element}
      id={props.id}
      class={props.invalid ? 'control invalid' : 'control'}
      disabled={props.disabled ?? false}
      onChange={report}
      aria-label={props.label}
      aria-labelledby={props.labelledBy}
      aria-describedby={props.describedBy}
      aria-invalid={props.invalid ? 'true' : undefined}
      aria-required={props.required ? 'true' : undefined}
      data-control=""
    >
      {options.map((option) => (
        <OptionElement key={option.value} value={option.value} title={option.title}>
          {option.label}
        </OptionElement>
      ))}
    </Element>
  );
}
