import { t } from '@vscode/l10n';
import type { JsonValue } from '../../../protocol/json';
import { joinPointer } from '../../requests/pointer';
import { expressionsOf } from '../criteria/condition';
import type { Criterion } from '../criteria/criterion';
import { jsonPathFault } from '../criteria/jsonPath';
import { readPattern } from '../criteria/linearPattern';
import { parseCondition } from '../criteria/parseCondition';
import type { WrittenExpression } from '../expressions/expression';
import { parseExpression } from '../expressions/parseExpression';
import type { Findings } from './findings';
import { setting } from './mends';
import { criterionObject, type RawCriterion } from './schema';

const kind = {
  schema: criterionObject,
  noun: 'criterion' as const,
  starts: () => ({ condition: '$statusCode == 200' }),
};
const bodyContext = '$response.body';

export function readCriteria(
  findings: Findings,
  values: readonly JsonValue[] | undefined,
  pointer: string,
): readonly Criterion[] {
  return (values ?? []).flatMap((value, index) => {
    const at = joinPointer(pointer, index);
    const raw = findings.piece(kind, value, at);
    return (raw && readCriterion(findings, raw, at)) ?? [];
  });
}

function readCriterion(findings: Findings, raw: RawCriterion, pointer: string): Criterion | undefined {
  const { condition, type = 'simple' } = raw;
  const at = `${pointer}/condition`;
  if (typeof type === 'object') {
    const message = t(
      'Only JSONPath by RFC 9535 is supported: write type: jsonpath instead of the version {0}.',
      type.version,
    );
    return refuse(findings, `${pointer}/type`, 'unsupported', message);
  }
  switch (type) {
    case 'simple':
      return readSimple(findings, condition, pointer);
    case 'xpath': {
      const message = t(
        'XPath is not supported: replies are JSON here. Write type: jsonpath, or a pointer such as $response.body#/status.',
      );
      return refuse(findings, `${pointer}/type`, 'unsupported', message);
    }
    case 'regex': {
      const context = readContext(findings, raw, pointer);
      const read = readPattern(condition);
      if (read.kind === 'fault') return refuse(findings, at, 'pattern', read.message);
      return context && { kind: 'regex', condition, pointer, context, pattern: read.pattern };
    }
    case 'jsonpath': {
      const context = readContext(findings, raw, pointer);
      const fault = jsonPathFault(condition);
      if (fault !== undefined) return refuse(findings, at, 'jsonpath', fault);
      return context && { kind: 'jsonpath', condition, pointer, context, query: condition };
    }
  }
}

function readSimple(findings: Findings, condition: string, pointer: string): Criterion | undefined {
  const at = `${pointer}/condition`;
  const read = parseCondition(condition);
  if (read.kind === 'fault') return refuse(findings, at, 'condition', read.message);
  for (const { text, expression } of expressionsOf(read.condition)) {
    findings.use({ kind: 'expression', text, expression }, at);
  }
  return { kind: 'simple', condition, pointer, parsed: read.condition };
}

function readContext(
  findings: Findings,
  { context, type }: RawCriterion,
  pointer: string,
): WrittenExpression | undefined {
  if (context === undefined) {
    const message = t('A criterion of type {0} needs a context, such as {1}.', String(type), bodyContext);
    findings.error(pointer, 'required', message, setting(t('Add "{0}"', 'context'), `${pointer}/context`, bodyContext));
    return undefined;
  }
  const at = `${pointer}/context`;
  const parsed = parseExpression(context);
  if (parsed.kind === 'fault') return refuse(findings, at, 'expression', parsed.message);
  const written = { text: context, expression: parsed.expression };
  findings.use({ kind: 'expression', ...written }, at);
  return written;
}

function refuse(findings: Findings, pointer: string, code: string, message: string): undefined {
  findings.error(pointer, code, message);
  return undefined;
}
