import { type FormattingOptions, findNodeAtLocation, modify, type Node, parseTree } from 'jsonc-parser';
import type { JsonValue } from '../../../protocol/json';
import { applyReplacements } from './applyReplacements';

export type Path = readonly (string | number)[];

/** Puts a value into a JSON text, or before an item of a list. */
export function changeValue(text: string, path: Path, value: JsonValue, isArrayInsertion = false): string {
  const held = inHolder(parseTree(text), path, value);
  return applyReplacements(
    text,
    modify(text, [...held.path], held.value, { formattingOptions: formattingOf(text), isArrayInsertion }),
  );
}

/** What stands on the way and cannot hold the rest of it, such as null or a text, gives its place to what can. */
function inHolder(
  root: Node | undefined,
  path: Path,
  value: JsonValue,
): { readonly path: Path; readonly value: JsonValue } {
  const depth = path.findIndex((key, at) => {
    const holder = root && findNodeAtLocation(root, path.slice(0, at));
    return holder !== undefined && holder.type !== (typeof key === 'number' ? 'array' : 'object');
  });
  if (depth < 0) return { path, value };
  const inner = path
    .slice(depth)
    .reduceRight<JsonValue>((held, key) => (typeof key === 'number' ? [held] : { [key]: held }), value);
  return { path: path.slice(0, depth), value: inner };
}

/** The indentation and line ends that the text already uses. */
export function formattingOf(text: string): FormattingOptions {
  const indent = /^([ \t]+)\S/m.exec(text)?.[1] ?? '  ';
  const isTab = indent.startsWith('\t');
  return { insertSpaces: !isTab, tabSize: isTab ? 4 : indent.length, eol: text.includes('\r\n') ? '\r\n' : '\n' };
}
