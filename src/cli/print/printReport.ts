import { printJson } from '../../core/json/printJson';
import { readJson } from '../../core/json/readJson';
import type { SentFile } from '../../headless/sendFile';
import { bodiesOf, sendReport } from '../../headless/sendReport';
import type { JsonValue } from '../../protocol/json';
import { describeCliProblem } from './describeCliProblem';

/** What `send --json` prints. Bodies keep their digits, their order and names that stand twice. */
export function printReport(file: string, result: SentFile): string {
  const report: { readonly [name: string]: unknown } = sendReport(file, result, describeCliProblem);
  const { sent, received } = bodiesOf(result);
  // Only the bodies agree with the report; the other names keep their order.
  const written = `{
    "request": {"method": 0, "url": 0, "headers": 0, "body": ${jsonOf(sent)}},
    "attachments": 0,
    "reply": {"status": 0, "headers": 0, "body": ${jsonOf(received)}}
  }`;
  return `${printJson(report as JsonValue, { indent: 2, written })}\n`;
}

function jsonOf(text: string): string {
  return readJson(text).kind === 'read' ? text : 'null';
}
