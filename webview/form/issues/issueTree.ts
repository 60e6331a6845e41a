import type { Issue } from '../../../src/protocol/form';
import type { JsonValue } from '../../../src/protocol/json';
import { segmentsOf, valueAt } from '../../../src/protocol/pointer';

/** The issues below one place of the request. */
export interface IssueNode {
  readonly own: readonly Issue[];
  readonly children: Readonly<Record<string, IssueNode>>;
  /** Of this place and all below it. */
  readonly counts: IssueCounts;
}

export interface IssueCounts {
  /** Values that are wrong. */
  readonly wrong: number;
  /** Values that are not there yet: no mistake as long as the form is being filled in. */
  readonly missing: number;
  readonly warnings: number;
}

interface Growing {
  own: Issue[];
  children: Record<string, Growing>;
  counts: { wrong: number; missing: number; warnings: number };
}

export function issueTree(issues: readonly Issue[], values: JsonValue): IssueNode {
  const root = grow();
  for (const issue of issues) add(root, issue, kindOf(issue, values));
  return root;
}

export function childOf(node: IssueNode | undefined, key: string): IssueNode | undefined {
  return key === '' ? node : node?.children[key];
}

/** This place's issues and those below it. */
export function allIssues(node: IssueNode | undefined): readonly Issue[] {
  if (!node) return [];
  return [...node.own, ...Object.values(node.children).flatMap(allIssues)];
}

export function isBlank(value: JsonValue | undefined): boolean {
  return value === undefined || value === '';
}

function kindOf(issue: Issue, values: JsonValue): keyof IssueCounts {
  if (issue.severity === 'warning') return 'warnings';
  return isBlank(valueAt(values, issue.pointer)) ? 'missing' : 'wrong';
}

function add(root: Growing, issue: Issue, kind: keyof IssueCounts): void {
  let node = root;
  node.counts[kind] += 1;
  for (const segment of segmentsOf(issue.pointer)) {
    node.children[segment] ??= grow();
    node = node.children[segment];
    node.counts[kind] += 1;
  }
  node.own.push(issue);
}

function grow(): Growing {
  return { own: [], children: Object.create(null), counts: { wrong: 0, missing: 0, warnings: 0 } };
}
