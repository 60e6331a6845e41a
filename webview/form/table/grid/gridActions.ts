import type { Typed } from './cellText';
import type { Block, Cell } from './gridMove';

/** What keys, mouse and clipboard do to the values behind the cells. */
export interface GridActions {
  readonly commit: (cell: Cell, typed: Typed) => void;
  /** True where there is something to be switched. */
  readonly toggle: (cell: Cell) => boolean;
  /** True where something opens in place of an editor. */
  readonly open: (cell: Cell) => boolean;
  readonly clear: (block: Block) => void;
  readonly fillDown: (block: Block) => void;
  readonly copy: (block: Block) => void;
  readonly paste: (text: string, block: Block) => void;
  readonly remove: (block: Block) => void;
  /** How far the rows went; undefined where they cannot. */
  readonly moveRows: (block: Block, by: 1 | -1) => number | undefined;
  readonly dropRows: (block: Block, to: number) => void;
}
