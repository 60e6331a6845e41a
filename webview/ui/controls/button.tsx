import { provideVSCodeDesignSystem, vsCodeButton } from '@vscode/webview-ui-toolkit';
import type { ComponentChildren } from 'preact';
import { Icon, type IconName } from '../icon';
import { customElement } from './customElement';

provideVSCodeDesignSystem().register(vsCodeButton());

const Element = customElement<{
  readonly class: string;
  readonly appearance: 'primary' | 'secondary';
  readonly disabled: boolean;
  readonly title: string | undefined;
  readonly 'aria-label': string | undefined;
  readonly onClick: () => void;
  readonly 'data-action': string | undefined;
  readonly children: ComponentChildren;
}>('vscode-button');

export interface ButtonProps {
  readonly onClick: () => void;
  readonly children: ComponentChildren;
  readonly primary?: boolean;
  readonly disabled?: boolean;
  readonly icon?: IconName;
  readonly title?: string | undefined;
  /** What it is called where its text alone does not tell it from others; begins with that text. */
  readonly label?: string | undefined;
  /** Marks the button for scripts and tests, whatever its text is. */
  readonly action?: string;
}

export function Button(props: ButtonProps) {
  const { onClick, children, primary = false, disabled = false, icon, title, label, action } = props;
  return (
    <Element
      class={primary ? 'button' : 'button button-secondary'}
      appearance={primary ? 'primary' : 'secondary'}
      disabled={disabled}
      title={title}
      aria-label={label}
      onClick={() => !disabled && onClick()}
      data-action={action}
    >
      {icon && <Icon name={icon} slot="start" />}
      {children}
    </Element>
  );
}
