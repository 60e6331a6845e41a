import type { ComponentChildren } from 'preact';
import { Icon, type IconName } from '../icon';

export interface IconButtonProps {
  readonly icon: IconName;
  readonly label: string;
  readonly onClick: (event: MouseEvent) => void;
  readonly disabled?: boolean;
  readonly action?: string;
  readonly pressed?: boolean;
}

/** Without the toolkit: lists show several of these in each of hundreds of rows. */
export function IconButton({ icon, label, onClick, disabled = false, action, pressed }: IconButtonProps) {
  return (
    <button
      type="button"
      class="icon-button"
      aria-label={label}
      aria-pressed={pressed}
      title={label}
      disabled={disabled}
      onClick={onClick}
      data-action={action}
    >
      <Icon name={icon} />
    </button>
  );
}

export interface TextButtonProps {
  readonly onClick: () => void;
  readonly children: ComponentChildren;
  readonly icon?: IconName;
  readonly title?: string | undefined;
  readonly expanded?: boolean;
  readonly disabled?: boolean;
  /** What it is called where its text alone does not tell it from others; begins with that text. */
  readonly label?: string;
  readonly action?: string;
}

/** A button that looks like a link: it acts inside the panel. */
export function TextButton(props: TextButtonProps) {
  const { onClick, children, icon, title, expanded, disabled = false, label, action } = props;
  return (
    <button
      type="button"
      class="text-button"
      aria-label={label}
      title={title}
      aria-expanded={expanded}
      disabled={disabled}
      onClick={onClick}
      data-action={action}
    >
      {icon && <Icon name={icon} />}
      <span>{children}</span>
    </button>
  );
}
