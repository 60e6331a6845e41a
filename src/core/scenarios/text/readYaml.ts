import { t } from '@vscode/l10n';
import { isAlias, isMap, isScalar, isSeq, type Node, type Scalar, type YAMLMap } from 'yaml';
import type { Issue } from '../../../protocol/form';
import type { JsonValue } from '../../../protocol/json';
import { isList, isObject } from '../../json/jsonKinds';
import { setOwn } from '../../json/readJson';
import { shortened } from '../../quoting/shortened';
import { brokenText } from './brokenText';
import { type Extent, LineStarts, type ReadSource, SourceText } from './sourceText';
import { extentAt, extentOf, isNode, keyOf, parseYaml, type YamlDocument } from './yamlNodes';
import { yamlWords } from './yamlWords';

/** More than any scenario has; aliases that multiply each other reach it at once. */
const mostValues = 200_000;
/** What reads a level after the other would run out of stack. */
export const mostDepth = 200;
/** More of them tell a person nothing. */
const mostFaults = 20;
/** In characters. */
const longestText = 5_000_000;

/** Reads YAML 1.2: `no` is a text, what stands twice is an error, and aliases are bounded. */
export function readYaml(text: string): ReadSource {
  const lines = new LineStarts(text);
  const issueAt = (code: string, message: string, extent: Extent, severity: Issue['severity'] = 'error'): Issue => ({
    pointer: '',
    code,
    message,
    severity,
    place: lines.place(extent),
  });
  if (text.length > longestText) {
    return { kind: 'broken', issues: [issueAt(brokenText, t('The file is larger than 5 MB.'), nowhere)] };
  }
  const document = parseYaml(text);
  const [first, ...others] = [...document.errors, ...document.warnings]
    .slice(0, mostFaults)
    .map(({ code, pos }) => issueAt(brokenText, yamlWords[code](), { start: pos[0], end: pos[1] }));
  if (first !== undefined) return { kind: 'broken', issues: [first, ...others] };
  if (document.directives.yaml.explicit === true && document.directives.yaml.version !== '1.2') {
    const message = t(
      'This file asks to be read as YAML 1.1, where words such as no are no texts: remove the line %YAML.',
    );
    return { kind: 'broken', issues: [issueAt(brokenText, message, nowhere)] };
  }
  if (document.contents === null) {
    return { kind: 'broken', issues: [issueAt(brokenText, t('There is no content.'), nowhere)] };
  }
  const converter = new Converter(issueAt);
  const value = converter.value(document.contents, 0);
  if (converter.refusal !== undefined) return { kind: 'broken', issues: [converter.refusal] };
  const source = new SourceText(text, value, (pointer) => extentAt(document, text, pointer));
  return { kind: 'read', source, issues: converter.warnings };
}

/** What is there in spite of all that is wrong with it: for texts that are just being written. */
export function sketchedValue({ contents }: YamlDocument): JsonValue {
  return new Converter((code, message) => ({ pointer: '', code, message, severity: 'error' })).value(contents, 0);
}

const nowhere: Extent = { start: 0, end: 0 };

type IssueAt = (code: string, message: string, extent: Extent, severity?: Issue['severity']) => Issue;

/** Makes JSON of nodes; what JSON has no word for is refused, and what may be meant otherwise is told. */
class Converter {
  refusal: Issue | undefined;
  readonly warnings: Issue[] = [];
  readonly #issueAt: IssueAt;
  /** Those that stand before what is read; asking the library for each alias would go over the whole text. */
  readonly #anchors = new Map<string, Node>();
  #count = 0;

  constructor(issueAt: IssueAt) {
    this.#issueAt = issueAt;
  }

  value(node: unknown, depth: number): JsonValue {
    this.#count += 1;
    if (this.refusal !== undefined) return null;
    if (this.#count > mostValues || depth > mostDepth) {
      return this.#refuse(
        node,
        'too_large',
        t('There is more in this file than can be read: its aliases may repeat each other.'),
      );
    }
    if (isAlias(node)) {
      const target = this.#anchors.get(node.source);
      if (target !== undefined) return this.value(target, depth + 1);
      const message = t(
        'There is no anchor "{0}" before this: put the text in quotes if a text is meant.',
        `&${shortened(node.source)}`,
      );
      return this.#refuse(node, 'bad_alias', message);
    }
    if (isNode(node) && !isAlias(node) && node.anchor !== undefined) this.#anchors.set(node.anchor, node);
    if (isMap(node)) return this.#object(node, depth);
    if (isSeq(node)) return node.items.map((item) => this.value(item, depth + 1));
    return isScalar(node) ? this.#scalar(node) : null;
  }

  #object(map: YAMLMap, depth: number): JsonValue {
    const object: { [key: string]: JsonValue } = {};
    for (const { key, value } of map.items) {
      if (isMergeKey(key)) this.#merge(object, this.value(value, depth + 1), value);
      else setOwn(object, keyOf(key), this.value(value, depth + 1));
    }
    return object;
  }

  /** What the object has itself counts, and of several the first. */
  #merge(object: { [key: string]: JsonValue }, merged: JsonValue, node: unknown): void {
    const sources = isList(merged) ? merged : [merged];
    for (const source of sources) {
      if (!isObject(source)) {
        this.#refuse(node, 'bad_merge', t('Only an object can be merged with <<.'));
        return;
      }
      for (const [key, value] of Object.entries(source)) {
        if (!Object.hasOwn(object, key)) setOwn(object, key, value);
      }
    }
  }

  #scalar(scalar: Scalar): JsonValue {
    const { value, source = '' } = scalar;
    if (typeof value === 'number') return this.#number(scalar, value, source);
    if (typeof value === 'string' || typeof value === 'boolean') return value;
    return null;
  }

  #number(scalar: Scalar, value: number, source: string): JsonValue {
    if (!Number.isFinite(value))
      return this.#refuse(scalar, 'no_number', t('JSON has no such number: put {0} in quotes.', source));
    if (String(value) !== source) {
      const message = t(
        '{0} is read as the number {1}. Put it in quotes if a text is meant.',
        shortened(source),
        value,
      );
      this.warnings.push(this.#issueAt('number_spelling', message, extentOf(scalar) ?? nowhere, 'warning'));
    }
    return value;
  }

  #refuse(node: unknown, code: string, message: string): null {
    this.refusal ??= this.#issueAt(code, message, extentOf(node) ?? nowhere);
    return null;
  }
}

function isMergeKey(key: unknown): boolean {
  return isScalar(key) && key.value === '<<' && key.type === 'PLAIN';
}
