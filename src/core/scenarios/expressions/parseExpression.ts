import { t } from '@vscode/l10n';
import { nearest } from '../../forms/wording/nearest';
import { shortened } from '../../quoting/shortened';
import { remembered } from '../../typing/remembered';
import type { Expression, MessageSource } from './expression';

export type ParsedExpression =
  | { readonly kind: 'expression'; readonly expression: Expression }
  /** A sentence: what is wrong with it and what to write. */
  | { readonly kind: 'fault'; readonly message: string };

const roots = [
  'url',
  'method',
  'statusCode',
  'request',
  'response',
  'inputs',
  'outputs',
  'steps',
  'workflows',
  'sourceDescriptions',
  'components',
] as const;
type Root = (typeof roots)[number];

/** Whether a text means to be an expression: `$100` does not. */
export function isMeantAsExpression(text: string): boolean {
  const word = /^\$([A-Za-z]+)(?![A-Za-z0-9_-])/.exec(text)?.[1];
  if (word === undefined) return false;
  return (
    isRoot(word) ||
    word === 'message' ||
    word === 'self' ||
    (/^\$[A-Za-z]+\./.test(text) && meantRoot(word) !== undefined)
  );
}

const mostKept = 500;

/** Reads a whole text by the grammar of Arazzo 1.0.1. */
export const parseExpression = remembered(mostKept, (text: string): ParsedExpression => {
  const [, word = '', rest = ''] = /^\$([A-Za-z]*)([\s\S]*)$/.exec(text) ?? [];
  if (!isRoot(word)) return fault(unknownRoot(text, word));
  switch (word) {
    case 'url':
    case 'method':
    case 'statusCode':
      return rest === ''
        ? found({ kind: word })
        : fault(t('"{0}" is a whole expression: remove "{1}".', `$${word}`, shortened(rest)));
    case 'request':
    case 'response':
      return parseMessage(word, rest);
    case 'inputs':
    case 'outputs':
      return parseNamed(word, rest);
    case 'steps':
      return parseSteps(rest);
    case 'workflows':
      return parseWorkflows(rest);
    case 'sourceDescriptions':
      return parseSources(rest);
    case 'components':
      return parseComponents(rest);
  }
});

function isRoot(word: string): word is Root {
  return roots.some((root) => root === word);
}

function meantRoot(word: string): string | undefined {
  return nearest(word, roots);
}

function unknownRoot(text: string, word: string): string {
  if (word === 'message' || word === 'self') return t('"{0}" is of Arazzo 1.1 and not supported here.', `$${word}`);
  const meant = meantRoot(word);
  const advice =
    meant === undefined
      ? t('Expressions begin with {0}.', roots.map((root) => `$${root}`).join(', '))
      : t('Did you mean "{0}"?', `$${meant}`);
  return `${t('"{0}" is no expression.', shortened(text))} ${advice}`;
}

const pointerForm = /^(?:\/(?:[^~/]|~[01])*)*$/;
/** `tchar` of HTTP, of which names of headers are made. */
const headerName = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;

function parseMessage(side: 'request' | 'response', rest: string): ParsedExpression {
  const [, part = '', name] = /^\.(header|query|path|body)(?:\.([\s\S]*))?/.exec(rest) ?? [];
  if (part === '') {
    const written = `$${side}${shortened(rest)}`;
    return fault(
      side === 'request'
        ? t('"{0}" names nothing: write $request. and header.NAME, query.NAME, path.NAME or body.', written)
        : t('"{0}" names nothing: write $response. and header.NAME or body.', written),
    );
  }
  if (part === 'body') return parseBody(side, rest.slice('.body'.length));
  if (name === undefined || name === '') return fault(t('The name is missing: write {0}.', `$${side}.${part}.NAME`));
  if (part !== 'header' && side === 'response')
    return fault(t('A response has no {0}: write {1}.', part, `$request.${part}.${shortened(name)}`));
  if (part === 'header' && !headerName.test(name))
    return fault(t('"{0}" cannot be the name of a header.', shortened(name)));
  const kind = part as 'header' | 'query' | 'path';
  return message(side, { kind, name });
}

function parseBody(side: 'request' | 'response', rest: string): ParsedExpression {
  if (rest === '') return message(side, { kind: 'body', pointer: '' });
  const pointer = rest.startsWith('#') ? rest.slice(1) : undefined;
  if (pointer === undefined) {
    const steps = rest.split(/[.[\]]+/).filter((step) => step !== '');
    const meant = `$${side}.body#/${steps.map((step) => shortened(step)).join('/')}`;
    return fault(t('Parts of a body are named by a pointer: write {0}.', meant));
  }
  return pointerForm.test(pointer) ? message(side, { kind: 'body', pointer }) : fault(noPointer(pointer));
}

function noPointer(pointer: string): string {
  const written = `#${shortened(pointer)}`;
  return pointer.startsWith('/')
    ? t('"{0}" is no JSON pointer; ~ is written ~0, and / within a name ~1.', written)
    : t('"{0}" is no JSON pointer: it begins with a slash; ~ is written ~0, and / within a name ~1.', written);
}

/** `.name#/pointer` */
const named = /^\.([A-Za-z0-9._-]+)(?:#([\s\S]*))?$/;

function parseNamed(kind: 'inputs' | 'outputs', rest: string): ParsedExpression {
  const [, name, pointer = ''] = named.exec(rest) ?? [];
  if (name === undefined) return fault(t('A name must follow: write {0}.', `$${kind}.NAME`));
  return pointerForm.test(pointer) ? found({ kind, name, pointer }) : fault(noPointer(pointer));
}

function parseSteps(rest: string): ParsedExpression {
  const [, stepId, name, pointer = ''] =
    /^\.([A-Za-z0-9_-]+)\.outputs\.([A-Za-z0-9._-]+)(?:#([\s\S]*))?$/.exec(rest) ?? outputsLeftOut.exec(rest) ?? [];
  if (stepId === undefined || name === undefined)
    return fault(t('Of a step there are its outputs: write $steps.STEP.outputs.NAME.'));
  return pointerForm.test(pointer) ? found({ kind: 'steps', stepId, name, pointer }) : fault(noPointer(pointer));
}

/** An example of the specification names an output so. A name with points is none: it may be another part of a step. */
const outputsLeftOut = /^\.([A-Za-z0-9_-]+)\.(?!outputs(?![A-Za-z0-9_-]))([A-Za-z0-9_-]+)(?:#([\s\S]*))?$/;

function parseWorkflows(rest: string): ParsedExpression {
  const form = /^\.([A-Za-z0-9_-]+)\.(inputs|outputs)\.([A-Za-z0-9._-]+)(?:#([\s\S]*))?$/;
  const [, workflowId, field, name, pointer = ''] = form.exec(rest) ?? [];
  if (workflowId === undefined || name === undefined) {
    return fault(t('Of a workflow there are inputs and outputs: write $workflows.WORKFLOW.outputs.NAME.'));
  }
  if (!pointerForm.test(pointer)) return fault(noPointer(pointer));
  return found({ kind: 'workflows', workflowId, field: field === 'inputs' ? 'inputs' : 'outputs', name, pointer });
}

function parseSources(rest: string): ParsedExpression {
  const [, name, reference] = /^\.([A-Za-z0-9_-]+)\.([\s\S]+)$/.exec(rest) ?? [];
  if (name === undefined || reference === undefined) {
    return fault(t('Of a source there are its operations: write $sourceDescriptions.NAME.OPERATION.'));
  }
  return found({ kind: 'sourceDescriptions', name, reference });
}

function parseComponents(rest: string): ParsedExpression {
  const [, section, name] = /^\.(inputs|parameters|successActions|failureActions)\.([A-Za-z0-9._-]+)$/.exec(rest) ?? [];
  if (section === undefined || name === undefined) {
    return fault(t('Components are parameters, successActions and failureActions: write $components.parameters.NAME.'));
  }
  return found({ kind: 'components', section, name });
}

function message(side: 'request' | 'response', source: MessageSource): ParsedExpression {
  return found({ kind: 'message', side, source });
}

function found(expression: Expression): ParsedExpression {
  return { kind: 'expression', expression };
}

function fault(text: string): ParsedExpression {
  return { kind: 'fault', message: text };
}
