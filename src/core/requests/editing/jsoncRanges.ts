import { findNodeAtLocation, parseTree } from 'jsonc-parser';
import { pathOfPointer, type TextRange } from './editText';

/** Where values stand in a text with comments; undefined for one that is not there. */
export function jsoncRanges(text: string): (pointer: string) => TextRange | undefined {
  const root = parseTree(text, [], { allowTrailingComma: true });
  return (pointer) => {
    const node = root && findNodeAtLocation(root, [...pathOfPointer(root, pointer)]);
    return node && { offset: node.offset, length: node.length };
  };
}
