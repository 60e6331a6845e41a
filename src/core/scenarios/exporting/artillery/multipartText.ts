import { t } from '@vscode/l10n';
import { textOrJson } from '../../../json/values/textOrJson';
import { quotedName } from '../../../requests/multipart';
import type { PlannedPart } from '../plan/exportPlan';
import type { LinearScope } from '../plan/linearSteps';
import type { ArtilleryValues } from './artilleryValues';

const boundary = '----esign-export-boundary';
export const multipartHeader = { 'content-type': `multipart/form-data; boundary=${boundary}` };

/** A body of several parts as one text: Artillery names files of its forms by their paths alone. */
export function multipartTemplate(
  values: ArtilleryValues,
  parts: readonly PlannedPart[],
  scope: LinearScope,
  pointer: string,
): string {
  const written = parts.map((part) => `--${boundary}\r\n${partText(values, part, scope, pointer)}\r\n`);
  return `${written.join('')}--${boundary}--\r\n`;
}

function partText(values: ArtilleryValues, part: PlannedPart, scope: LinearScope, pointer: string): string {
  const name = (text: string) => textOrJson(values.literal(quotedName(text), pointer));
  const head = `Content-Disposition: form-data; name="${name(part.name)}"`;
  if (part.kind === 'text') return `${head}\r\n\r\n${textOrJson(values.write(part.value, scope, pointer))}`;
  const type = `; filename="${name(part.fileName)}"\r\nContent-Type: ${part.mediaType}`;
  return `${head}${type}\r\n\r\n${textOrJson(values.literal(fileText(values, part, pointer), pointer))}`;
}

/** A body is a text there. */
function fileText(
  values: ArtilleryValues,
  { bytes, fileName }: Extract<PlannedPart, { kind: 'file' }>,
  pointer: string,
): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    values.refuse(pointer, t('Artillery sends texts alone, and {0} is none: export to k6 or vitest.', fileName));
    return '';
  }
}
