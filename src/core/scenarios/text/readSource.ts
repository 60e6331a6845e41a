import { t } from '@vscode/l10n';
import type { Issue } from '../../../protocol/form';
import { nodeAt, readJsonTree } from '../../json/jsonTree';
import { readJson } from '../../json/readJson';
import { splitPointer } from '../../requests/pointer';
import { once } from '../../typing/once';
import { brokenText } from './brokenText';
import { mostDepth, readYaml } from './readYaml';
import { type Extent, type ReadSource, SourceText } from './sourceText';

/** Reads a text as JSON where it is JSON or its file is called so, and as YAML 1.2 otherwise. */
export function readSource(text: string, fileName: string): ReadSource {
  const plain = text.replace(/^\ufeff/, '');
  const isJson = /\.json$/i.test(fileName);
  return (isJson || plain.trimStart().startsWith('{') ? readAsJson(plain, isJson) : undefined) ?? readYaml(plain);
}

/** Undefined for a text that need not be JSON and is not. */
function readAsJson(text: string, mustBe: boolean): ReadSource | undefined {
  const read = readJson(text);
  if (read.kind === 'broken') {
    if (!mustBe) return undefined;
    const [{ message, offset, length, line, column }] = read.faults;
    const place = { offset, length, line, column };
    return { kind: 'broken', issues: [{ pointer: '', code: brokenText, message, severity: 'error', place }] };
  }
  if (read.depth > mostDepth) {
    const message = t('The file is nested deeper than any API reads.');
    return { kind: 'broken', issues: [{ pointer: '', code: 'too_large', message, severity: 'error' }] };
  }
  const duplicates = read.duplicates.map(
    ({ pointer, offset, length, line, column }): Issue => ({
      pointer,
      code: 'duplicate_key',
      message: t('"{0}" stands here twice: remove one of the two.', splitPointer(pointer).at(-1) ?? ''),
      severity: 'error',
      place: { offset, length, line, column },
    }),
  );
  // Where something stands is asked of what is wrong: most files are read for their values alone.
  const treeOf = once(() => readJsonTree(text));
  const extentOf = (pointer: string): Extent => {
    const root = treeOf()?.root;
    for (let at = pointer; ; at = at.slice(0, at.lastIndexOf('/'))) {
      const node = nodeAt(root, at);
      if (node !== undefined) return node;
      if (at === '') return { start: 0, end: text.length };
    }
  };
  return { kind: 'read', source: new SourceText(text, read.value, extentOf), issues: duplicates };
}
