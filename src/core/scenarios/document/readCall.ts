import { t } from '@vscode/l10n';
import type { JsonObject, JsonValue } from '../../../protocol/json';
import { shortened } from '../../quoting/shortened';
import { splitPointer } from '../../requests/pointer';
import { parseExpression } from '../expressions/parseExpression';
import { parseTemplate } from '../expressions/template';
import type { Findings } from './findings';
import { foreignForm, readForeign } from './foreignWorkflow';
import type { StepCall } from './scenario';
import { pageObject, type RawStep } from './schema';

const pageField = 'x-operation';

/** What a step calls: exactly one thing. */
export function readCall(findings: Findings, raw: RawStep, step: JsonObject, pointer: string): StepCall | undefined {
  const page = step[pageField];
  const given = [raw.operationId, raw.operationPath, raw.workflowId, page].filter((one) => one !== undefined);
  if (given.length !== 1) {
    const message = t('A step must name exactly one of operationId, operationPath and workflowId.');
    findings.error(pointer, 'call', message);
    return undefined;
  }
  if (raw.operationId !== undefined) return readOperation(findings, raw.operationId, `${pointer}/operationId`);
  if (raw.operationPath !== undefined) return readPath(findings, raw.operationPath, `${pointer}/operationPath`);
  if (raw.workflowId !== undefined) return readWorkflowId(findings, raw.workflowId, `${pointer}/workflowId`);
  return readPage(findings, page, `${pointer}/${pageField}`);
}

function readOperation(findings: Findings, id: string, pointer: string): StepCall | undefined {
  if (!id.startsWith('$')) return { kind: 'operation', source: undefined, id, pointer };
  const parsed = parseExpression(id);
  if (parsed.kind === 'expression' && parsed.expression.kind === 'sourceDescriptions') {
    return { kind: 'operation', source: parsed.expression.name, id: parsed.expression.reference, pointer };
  }
  const message = t(
    '"{0}" names no operation: write it as it is, or $sourceDescriptions.NAME.OPERATION.',
    shortened(id),
  );
  findings.error(pointer, 'call', message);
  return undefined;
}

/** `{$sourceDescriptions.name.url}#/paths/~1pets/get` */
function readPath(findings: Findings, text: string, pointer: string): StepCall | undefined {
  const form = /^\{?\$sourceDescriptions\.([A-Za-z0-9_-]+)\.url\}?#(\/paths\/[^/]+(?:\/[a-z]+)?)$/;
  const [, source, place] = form.exec(text) ?? [];
  if (source === undefined || place === undefined) {
    findings.error(
      pointer,
      'call',
      t(
        'Write the place as {0}, with ~1 for each / of the path.',
        '{$sourceDescriptions.NAME.url}#/paths/~1path/method',
      ),
    );
    return undefined;
  }
  const [, path = '', method] = splitPointer(place);
  return { kind: 'path', source, path, method: method?.toUpperCase(), pointer };
}

function readWorkflowId(findings: Findings, workflowId: string, pointer: string): StepCall | undefined {
  if (!workflowId.startsWith('$') || readForeign(workflowId) !== undefined) {
    return { kind: 'workflow', workflowId, pointer };
  }
  findings.error(pointer, 'call', foreignForm(workflowId));
  return undefined;
}

function readPage(findings: Findings, value: JsonValue | undefined, pointer: string): StepCall | undefined {
  const page = findings.piece({ schema: pageObject, noun: 'page' }, value, pointer);
  if (page === undefined) return undefined;
  const url = parseTemplate(page.url);
  if (url?.kind === 'fault') findings.error(`${pointer}/url`, 'expression', url.message);
  if (url === undefined) {
    const message = t('The address must come from a step: pages of the emulator are opened by links that it gave.');
    findings.error(`${pointer}/url`, 'unsupported', message);
  }
  if (url === undefined || url.kind === 'fault') return undefined;
  findings.use(url, `${pointer}/url`);
  return { kind: 'page', url, method: page.method.toUpperCase() === 'POST' ? 'POST' : 'GET', pointer };
}
