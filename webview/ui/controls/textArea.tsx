import { provideVSCodeDesignSystem, vsCodeTextArea } from '@vscode/webview-ui-toolkit';
import type { Ref } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { customElement } from './customElement';
import { type ControlDescription, describeControl } from './describeControl';

provideVSCodeDesignSystem().register(vsCodeTextArea());

interface TextAreaElement extends HTMLElement {
  value: string;
  readonly control: HTMLTextAreaElement;
}

const Element = customElement<{
  readonly ref: Ref<TextAreaElement>;
  readonly class: string;
  readonly value: string;
  readonly rows: number;
  readonly resize: 'vertical';
  readonly placeholder: string;
  readonly disabled: boolean;
  readonly onInput: () => void;
  readonly onFocusOut: (() => void) | undefined;
  readonly 'data-control': '';
}>('vscode-text-area');

export interface TextAreaProps extends ControlDescription {
  readonly value: string;
  readonly onInput: (text: string) => void;
  readonly onBlur?: () => void;
  readonly placeholder?: string | undefined;
  readonly disabled?: boolean;
  readonly rows?: number;
  /** Code: the editor's font. */
  readonly code?: boolean;
}

export function TextArea(props: TextAreaProps) {
  const element = useRef<TextAreaElement>(null);
  const { label, description, invalid, required } = props;
  useLayoutEffect(
    () => describeControl(element.current, { label, description, invalid, required }),
    [label, description, invalid, required],
  );
  useLayoutEffect(() => {
    if (element.current) element.current.control.spellcheck = false;
  }, []);
  return (
    <Element
      ref={element}
      class={['control', invalid && 'invalid', props.code && 'code'].filter(Boolean).join(' ')}
      value={props.value}
      rows={props.rows ?? 3}
      resize="vertical"
      placeholder={props.placeholder ?? ''}
      disabled={props.disabled ?? false}
      onInput={() => props.onInput(element.current?.value ?? '')}
      onFocusOut={props.onBlur}
      data-control=""
    />
  );
}
