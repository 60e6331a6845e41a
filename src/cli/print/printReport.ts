import { printJson } from '../../core/json/printJson';
import type { SentFile } from '../../headless/sendFile';
import { bodiesOf, sendReport } from '../../headless/sendReport';
import type { JsonValue } from '../../protocol/json';
import { describeCliProblem } from './describeCliProblem';

/** What `send --json` prints. Bodies keep their digits, their order and names that stand twice. */
export function printReport(file: string, result: SentFile): string {
  return `${reportText(file, result)}\n`;
}

/** The same of several files, each with its name. */
export function printReports(results: readonly (readonly [file: string, result: SentFile])[]): string {
  return `[\n${results.map(([file, result]) => reportText(file, result, { file })).join(',\n')}\n]\n`;
}

function reportText(file: string, result: SentFile, named: { readonly file?: string } = {}): string {
  const bodies = bodiesOf(result);
  const report = sendReport(file, result, describeCliProblem, bodies);
  const members: { readonly [name: string]: unknown } = { ...named, ...report };
  // Only the bodies agree with the report; the other names keep their order.
  const written = `{
    "request": {"method": 0, "url": 0, "headers": 0, "body": ${jsonOf(report.request?.body, bodies.sent)}},
    "attachments": 0,
    "reply": {"status": 0, "headers": 0, "body": ${jsonOf(report.reply?.body, bodies.received)}}
  }`;
  return printJson(members as JsonValue, { indent: 2, written });
}

/** The source of a body, where it is the JSON of it: what is none is a text in the report. */
function jsonOf(body: unknown, text: string): string {
  return body === undefined || body === null || body === text ? 'null' : text;
}
