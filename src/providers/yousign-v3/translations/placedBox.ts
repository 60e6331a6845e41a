import { keysOf } from '../../../core/typing/keysOf';

/** A4, upright. How high a page really is stands in the file. */
const pageHeight = 842;

const farthest = 32_767;

/** A place as v3 counts it: from the upper left corner of the page. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** It would have been larger or smaller than a field may be, or have stood outside the page. */
  readonly isFitted: boolean;
}

export interface BoxLimits {
  readonly width: readonly [least: number, most: number];
  readonly height: readonly [least: number, most: number];
}

/** Of the lower left and the upper right corner, counted from the lower left one: `llx,lly,urx,ury`. */
export function placedBox(position: string, limits: BoxLimits): Box {
  const [left = 0, bottom = 0, right = 0, top = 0] = position.split(',').map(Number);
  const box = {
    x: Math.min(left, right),
    y: pageHeight - Math.max(bottom, top),
    width: Math.abs(right - left),
    height: Math.abs(top - bottom),
  };
  const fitted = {
    x: within(box.x, [0, farthest]),
    y: within(box.y, [0, farthest]),
    width: within(box.width, limits.width),
    height: within(box.height, limits.height),
  };
  return { ...fitted, isFitted: keysOf(fitted).some((side) => fitted[side] !== box[side]) };
}

function within(value: number, [least, most]: readonly [number, number]): number {
  return Math.min(Math.max(value, least), most);
}
