import { t } from '@vscode/l10n';
import type { Issue } from '../../../protocol/form';
import type { Operation } from '../../operation';
import { joinPointer } from '../../requests/pointer';
import { holdsReference } from '../../requests/references/reference';
import { shapeOf } from '../shapes/shapeOf';
import { validateRequest } from './validateRequest';

export interface DocumentId {
  /** Without what was pasted around it. */
  readonly id: string;
  /** What is wrong with it all the same. */
  readonly issue?: Issue;
}

/** A text as the id of a document, judged as in the path of a call that is about documents of its collection. */
export function readDocumentId(operations: readonly Operation[], collection: string, text: string): DocumentId {
  const given = text.trim();
  const place = placeOf(operations, collection);
  if (given === '' || place === undefined) return { id: given };
  const pasted = issueOf(place, given);
  const id = mendedBy(pasted) ?? given;
  const issue = issueOf(place, id);
  return { id, ...(issue !== undefined && { issue }) };
}

/** What an id looks like there, undefined where nobody says it. */
export function exampleOfId(operations: readonly Operation[], collection: string): string | undefined {
  const place = placeOf(operations, collection);
  const example = place?.examples[0];
  return typeof example === 'string' ? example : undefined;
}

interface Place {
  readonly operation: Operation;
  readonly name: string;
  readonly examples: readonly unknown[];
}

function placeOf(operations: readonly Operation[], collection: string): Place | undefined {
  for (const operation of operations) {
    const shape = operation.request.path && shapeOf(operation.request.path);
    if (shape?.kind !== 'object') continue;
    const found = [...shape.properties].find(([, { meta }]) => meta.refersTo === collection);
    if (found !== undefined) return { operation, name: found[0], examples: found[1].meta.examples ?? [] };
  }
  return undefined;
}

/** A variable has no value here. */
function issueOf({ operation, name, examples }: Place, text: string): Issue | undefined {
  const pointer = joinPointer('/path', name);
  if (holdsReference(text)) {
    const message = t('An ID is needed, such as {0}: variables have no value here.', String(examples[0] ?? name));
    return { pointer, code: 'variable_for_id', message, severity: 'error' };
  }
  const { issues } = validateRequest(operation, { path: { [name]: text } }, undefined, { references: 'refused' });
  return issues.find((issue) => issue.pointer === pointer);
}

function mendedBy(issue: Issue | undefined): string | undefined {
  const edit = issue?.mend?.edits.find(({ kind }) => kind === 'set');
  const value = edit?.kind === 'set' ? edit.value : undefined;
  return typeof value === 'string' && value !== '' ? value : undefined;
}
