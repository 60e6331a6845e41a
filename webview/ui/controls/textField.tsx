import { provideVSCodeDesignSystem, vsCodeTextField } from '@vscode/webview-ui-toolkit';
import type { ComponentChildren, Ref } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { customElement } from './customElement';
import { type ControlDescription, describeControl } from './describeControl';

provideVSCodeDesignSystem().register(vsCodeTextField());

interface TextFieldElement extends HTMLElement {
  value: string;
  /** The input in the shadow root; there once the element is in the page. */
  readonly control: HTMLInputElement;
}

const Element = customElement<{
  readonly ref: Ref<TextFieldElement>;
  readonly class: string;
  readonly value: string;
  readonly type: 'text' | 'password';
  readonly placeholder: string;
  readonly disabled: boolean;
  readonly onInput: () => void;
  readonly onFocusOut: (() => void) | undefined;
  readonly 'data-control': '';
  readonly children: ComponentChildren;
}>('vscode-text-field');

export type Keyboard = 'text' | 'decimal' | 'email' | 'url' | 'tel';

export interface TextFieldProps extends ControlDescription {
  readonly value: string;
  readonly onInput: (text: string) => void;
  readonly onBlur?: () => void;
  readonly placeholder?: string | undefined;
  readonly disabled?: boolean;
  readonly password?: boolean;
  /** Which keys a touch screen shows. */
  readonly keyboard?: Keyboard;
  /** Buttons at the end of the field, with `slot="end"`. */
  readonly children?: ComponentChildren;
}

export function TextField(props: TextFieldProps) {
  const element = useRef<TextFieldElement>(null);
  const { label, description, invalid, required, keyboard = 'text' } = props;
  useLayoutEffect(
    () => describeControl(element.current, { label, description, invalid, required }),
    [label, description, invalid, required],
  );
  useLayoutEffect(() => {
    const control = element.current?.control;
    if (!control) return;
    control.autocomplete = 'off';
    control.spellcheck = false;
    control.inputMode = keyboard;
  }, [keyboard]);
  return (
    <Element
      ref={element}
      class={invalid ? 'control invalid' : 'control'}
      value={props.value}
      type={props.password ? 'password' : 'text'}
      placeholder={props.placeholder ?? ''}
      disabled={props.disabled ?? false}
      onInput={() => props.onInput(element.current?.value ?? '')}
      onFocusOut={props.onBlur}
      data-control=""
    >
      {props.children}
    </Element>
  );
}
