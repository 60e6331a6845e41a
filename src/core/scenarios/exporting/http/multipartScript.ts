import { partText } from '../javascript/scenarioText';
import type { PlannedPart } from '../plan/exportPlan';

/** Headers and body of several parts: bytes are set by a script, for no text has them. */
export function multipartScript(parts: readonly PlannedPart[]): string {
  const body = `Buffer.from(multipart([${parts.map(partText).join(', ')}]))`;
  return `content-type: multipart/form-data; boundary={{boundary}}\n\n{{@request\nrequest.body = ${body};\n}}\n`;
}
