import { t } from '@vscode/l10n';
import type { ComponentChildren } from 'preact';
import type { BodyLayout } from '../../../src/protocol/reply';
import { IconButton } from '../../ui/controls/quietButton';

export interface ReaderToolsProps {
  readonly isJson: boolean;
  readonly isTree: boolean;
  readonly layout: BodyLayout;
  readonly onLayout: (layout: BodyLayout) => void;
  readonly onFind: () => void;
  readonly onFoldMenu: (at: { readonly x: number; readonly y: number }) => void;
  readonly children?: ComponentChildren;
}

export function ReaderTools({ isJson, isTree, layout, onLayout, onFind, onFoldMenu, children }: ReaderToolsProps) {
  const { wrap, raw } = layout;
  return (
    <div class="body-tools">
      {children}
      <span class="reader-switches">
        <IconButton icon="search" label={t('Find (Ctrl+F)')} onClick={onFind} action="find" />
        {isTree && (
          <IconButton
            icon="fold"
            label={t('Fold…')}
            onClick={({ currentTarget }) => onFoldMenu(below(currentTarget))}
            action="fold"
          />
        )}
        <IconButton
          icon="wrap"
          label={t('Wrap lines')}
          pressed={wrap}
          onClick={() => onLayout({ wrap: !wrap, raw })}
          action="wrap"
        />
        {isJson && (
          <IconButton
            icon="raw"
            label={t('As it came')}
            pressed={raw}
            onClick={() => onLayout({ wrap, raw: !raw })}
            action="raw"
          />
        )}
      </span>
    </div>
  );
}

function below(target: EventTarget | null): { readonly x: number; readonly y: number } {
  const place = target instanceof Element ? target.getBoundingClientRect() : undefined;
  return { x: place?.left ?? 0, y: (place?.bottom ?? 0) + 2 };
}
