/** Where something stands in a JSON text. Lines and columns start at 1, as editors show them. */
export interface JsonPlace {
  readonly pointer: string;
  readonly offset: number;
  readonly length: number;
  readonly line: number;
  readonly column: number;
}

export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Gives line and column to what stands at offsets, which must ascend: the text is passed over once. */
export function withPositions<T extends { readonly offset: number }>(
  text: string,
  items: readonly T[],
): readonly (T & Position)[] {
  let line = 1;
  let lineStart = 0;
  return items.map((item) => {
    for (;;) {
      const lineEnd = text.indexOf('\n', lineStart);
      if (lineEnd === -1 || lineEnd >= item.offset) break;
      line += 1;
      lineStart = lineEnd + 1;
    }
    return { ...item, line, column: item.offset - lineStart + 1 };
  });
}
