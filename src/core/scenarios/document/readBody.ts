import { t } from '@vscode/l10n';
import type { JsonValue } from '../../../protocol/json';
import { readJson } from '../../json/readJson';
import { shortened } from '../../quoting/shortened';
import { joinPointer } from '../../requests/pointer';
import { type Fillable, readFillable } from './fillable';
import type { Findings } from './findings';
import type { StepBody } from './scenario';
import { bodyObject } from './schema';

export function readBody(findings: Findings, value: JsonValue, pointer: string): StepBody | undefined {
  const raw = findings.piece({ schema: bodyObject, noun: 'body' }, value, pointer);
  if (raw === undefined) return undefined;
  const at = `${pointer}/payload`;
  const payload = raw.payload === undefined ? undefined : structured(findings, raw.payload, raw.contentType, at);
  const replacements = (raw.replacements ?? []).flatMap(({ target, value: replacement }, index) => {
    const place = joinPointer(pointer, 'replacements', index);
    if (!/^(?:\/(?:[^~/]|~[01])*)*$/.test(target)) {
      const message = t(
        '"{0}" is no JSON pointer: it begins with a slash, such as /invites/0/email.',
        shortened(target),
      );
      findings.error(`${place}/target`, 'pointer', message);
      return [];
    }
    return [{ target, value: readFillable(findings, replacement, `${place}/value`), pointer: place }];
  });
  return { contentType: raw.contentType, payload, replacements, pointer };
}

/** A payload may be the text of the body: JSON with expressions in it, or a form. */
function structured(
  findings: Findings,
  payload: JsonValue,
  contentType: string | undefined,
  pointer: string,
): Fillable {
  const type = contentType?.split(';')[0]?.trim().toLowerCase();
  if (typeof payload !== 'string' || payload.trimStart().startsWith('$'))
    return readFillable(findings, payload, pointer);
  const isForm = type === 'application/x-www-form-urlencoded';
  if (isForm) return readFillable(findings, Object.fromEntries(new URLSearchParams(payload)), pointer);
  const isJson = type === undefined ? /^\s*[[{]/.test(payload) : /[/+]json$/.test(type);
  const read = isJson ? readJson(payload) : undefined;
  if (read?.kind === 'broken') {
    const fault = t('This is no JSON: {0}', read.faults[0].message);
    const message = `${fault} ${t('Expressions in it stand in quotes, as in {0}.', '"{$inputs.name}"')}`;
    findings.error(pointer, 'payload', message);
  }
  return readFillable(findings, read?.kind === 'read' ? read.value : payload, pointer);
}
