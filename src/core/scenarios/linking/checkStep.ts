import { t } from '@vscode/l10n';
import type { FormEdit, Issue, Mend } from '../../../protocol/form';
import type { JsonObject, JsonValue } from '../../../protocol/json';
import { validateRequest } from '../../forms/checks/validateRequest';
import { nearest } from '../../forms/wording/nearest';
import type { Operation } from '../../operation';
import { joinPointer, splitPointer } from '../../requests/pointer';
import type { Fillable } from '../document/fillable';
import type { Findings } from '../document/findings';
import { appending, setting, writing } from '../document/mends';
import { adviceOn } from '../document/references/missingNames';
import type { Parameter } from '../document/scenario';
import { contentTypeNames } from './contentTypes';
import type { LinkedStep, StepTarget } from './linkedScenario';

type OperationTarget = Extract<StepTarget, { kind: 'operation' }>;

/** Checks what a step sends as far as it is known before anything runs. */
export function checkStep(findings: Findings, step: LinkedStep, target: OperationTarget): void {
  const [operation] = target.operations;
  const hasFaults = step.parameters.map((one) => checkParameter(findings, operation, one, target)).includes(false);
  checkContentType(findings, operation, step);
  if (hasFaults || step.meansToFail || target.operations.length > 1) return;
  if (step.body !== undefined && step.body.replacements.length > 0) return;
  const issues = step.constant?.check(operation, target.provider).issues ?? foreseen(step, target);
  for (const issue of issues) findings.add(inFile(step, issue));
}

/** What can be said before what its expressions stand for is known. */
function foreseen(step: LinkedStep, { operations: [operation], provider }: OperationTarget): readonly Issue[] {
  const holes: string[] = [];
  const values = {
    path: sectionOf(step, 'path', holes),
    query: sectionOf(step, 'query', holes),
    ...(step.body?.payload && { body: known(step.body.payload, '/body', holes) }),
  };
  const { issues } = validateRequest(operation, values, undefined, { siblings: provider });
  return issues.filter(({ pointer }) => !isOpen(pointer, holes));
}

/** What was said of a request, said of the file that makes it. */
function inFile(step: LinkedStep, { mend: forRequest, ...issue }: Issue): Issue {
  const missing = issue.code === 'required' ? missingParameter(step, issue.pointer) : undefined;
  const mend = missing ?? (forRequest && movedMend(step, forRequest));
  return { ...issue, pointer: placeInScenario(step, issue.pointer), ...(mend && { mend }) };
}

/** Its edits are for the values of a request file. Undefined where one of them has no place of its own here. */
function movedMend(step: LinkedStep, { title, edits }: Mend): Mend | undefined {
  const moved = edits.map((edit): FormEdit => ({ ...edit, pointer: placeInScenario(step, edit.pointer) }));
  const isWithin = edits.every(({ pointer }, index) => moved[index]?.pointer !== step.pointer && pointer !== '/body');
  return isWithin ? { title, edits: moved } : undefined;
}

function missingParameter({ pointer }: LinkedStep, place: string): Mend | undefined {
  const [section, name, ...rest] = splitPointer(place);
  if ((section !== 'path' && section !== 'query') || name === undefined || rest.length > 0) return undefined;
  return appending(t('Add the parameter "{0}"', name), `${pointer}/parameters`, { name, in: section, value: '' });
}

/** What is said of a value that holds an expression, or that stands in one, is not known yet. */
function isOpen(pointer: string, holes: readonly string[]): boolean {
  return holes.some((hole) => hole === pointer || hole.startsWith(`${pointer}/`) || pointer.startsWith(`${hole}/`));
}

function checkParameter(
  findings: Findings,
  operation: Operation,
  parameter: Parameter,
  { isControl }: OperationTarget,
): boolean {
  const { name, in: place, pointer } = parameter;
  const refuse = (code: string, message: string, mend?: Mend): false => {
    findings.error(pointer, code, message, mend);
    return false;
  };
  switch (place) {
    case undefined:
      return refuse(
        'required',
        t('Where "{0}" belongs is missing: write in: path or in: query.', name),
        placing(operation, name, pointer),
      );
    case 'cookie':
      return refuse('unsupported', t('Cookies are not supported: none of these APIs takes any.'));
    case 'header':
      return (
        checkHeader(findings, parameter, isControl) ||
        refuse('unsupported', t('The header "{0}" is not part of this call, and others are not sent.', name))
      );
    case 'path': {
      const names = Object.keys(operation.request.path?.shape ?? {});
      if (names.includes(name)) return true;
      const meant = nearest(name, names);
      const message = t('There is no "{0}" in the path of {1}.', name, operation.title);
      const mend = meant === undefined ? undefined : writing(`${pointer}/name`, meant);
      return refuse('parameter', `${message} ${adviceOn(names, meant)}`, mend);
    }
    case 'query':
      return true;
  }
}

function placing({ request }: Operation, name: string, pointer: string): Mend | undefined {
  const place = (['path', 'query'] as const).find((one) => Object.hasOwn(request[one]?.shape ?? {}, name));
  return place && setting(t('Add {0}', `in: ${place}`), `${pointer}/in`, place);
}

/** Headers that are added without being asked for: the file may name them, for other runners. */
const ownHeaders = ['authorization', 'content-type', 'accept', 'api_token', 'x-api-key'];

function checkHeader(findings: Findings, { name, pointer }: Parameter, isControl: boolean): boolean {
  if (isControl) return true;
  const isOwn = ownHeaders.includes(name.toLowerCase());
  if (isOwn)
    findings.warn(
      pointer,
      'header',
      t('"{0}" is added by itself: credentials come from the connection, and this value is not sent.', name),
    );
  return isOwn;
}

const contentTypes = {
  json: /^application\/(?:[\w.-]+\+)?json$/,
  form: /^application\/x-www-form-urlencoded$/,
  multipart: /^multipart\/form-data$/,
} as const;

function checkContentType(findings: Findings, { title, encoding = 'json' }: Operation, { body }: LinkedStep): void {
  const type = body?.contentType?.split(';')[0]?.trim().toLowerCase();
  if (body === undefined || type === undefined || contentTypes[encoding].test(type)) return;
  findings.error(
    `${body.pointer}/contentType`,
    'content_type',
    t('{0} takes {1}: write that.', title, contentTypeNames[encoding]),
  );
}

function sectionOf({ parameters }: LinkedStep, section: 'path' | 'query', holes: string[]): JsonObject {
  const own = parameters.filter((one) => one.in === section);
  return Object.fromEntries(
    own.map(({ name, value }) => [name, known(value, joinPointer(`/${section}`, name), holes)]),
  );
}

/** Stands for what is not known yet. */
const placeholder = '{{value}}';

function known(fillable: Fillable, pointer: string, holes: string[]): JsonValue {
  switch (fillable.kind) {
    case 'literal':
      return fillable.value;
    case 'template':
      holes.push(pointer);
      return placeholder;
    case 'list':
      return fillable.items.map((item, index) => known(item, joinPointer(pointer, index), holes));
    case 'object':
      return Object.fromEntries(
        fillable.members.map(([name, member]) => [name, known(member, joinPointer(pointer, name), holes)]),
      );
  }
}

/** Where a value of the request stands in the file. */
export function placeInScenario({ parameters, body, pointer }: LinkedStep, place: string): string {
  const [section, name = '', ...rest] = splitPointer(place);
  if (section === 'body') return body === undefined ? pointer : `${body.pointer}/payload${place.slice('/body'.length)}`;
  const parameter = parameters.find((one) => one.in === section && one.name === name);
  return parameter === undefined ? pointer : joinPointer(`${parameter.pointer}/value`, ...rest);
}
