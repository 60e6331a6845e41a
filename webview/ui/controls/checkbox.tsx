import { provideVSCodeDesignSystem, vsCodeCheckbox } from '@vscode/webview-ui-toolkit';
import type { ComponentChildren, Ref } from 'preact';
import { useRef } from 'preact/hooks';
import { customElement } from './customElement';

provideVSCodeDesignSystem().register(vsCodeCheckbox());

interface CheckboxElement extends HTMLElement {
  checked: boolean;
}

const Element = customElement<{
  readonly ref: Ref<CheckboxElement>;
  readonly class: string;
  readonly checked: boolean;
  readonly indeterminate: boolean;
  readonly onChange: () => void;
  readonly 'aria-invalid': 'true' | undefined;
  readonly 'aria-describedby': string | undefined;
  readonly 'data-control': '';
  readonly children: ComponentChildren;
}>('vscode-checkbox');

export interface CheckboxProps {
  /** Undefined: neither on nor off yet. */
  readonly checked: boolean | undefined;
  readonly onChange: (checked: boolean) => void;
  readonly invalid?: boolean;
  readonly describedBy?: string | undefined;
  readonly children: ComponentChildren;
}

export function Checkbox({ checked, onChange, invalid = false, describedBy, children }: CheckboxProps) {
  const element = useRef<CheckboxElement>(null);
  const report = () => {
    const now = element.current?.checked;
    // The element also says "change" when it is set from outside.
    if (now !== undefined && now !== (checked ?? false)) onChange(now);
  };
  return (
    <Element
      ref={element}
      class={invalid ? 'control invalid' : 'control'}
      checked={checked ?? false}
      indeterminate={checked === undefined}
      onChange={report}
      aria-invalid={invalid ? 'true' : undefined}
      aria-describedby={describedBy}
      data-control=""
    >
      {children}
    </Element>
  );
}
