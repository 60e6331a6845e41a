import type * as vscode from 'vscode';
import { type Inspection, withFileIssues } from '../../../core/attachments/fileInspector';
import { otherCallCode } from '../../../core/forms/checks/otherCall';
import { pastedCodes } from '../../../core/forms/pasted/recognise';
import { titlesOf } from '../../../core/forms/titlesOf';
import { rangesIn } from '../../../core/requests/editing/editText';
import { unknownVariableCode } from '../../../core/requests/references/unknownVariables';
import type { UnreadableRequest } from '../../../core/requests/requestFile';
import { hardCodedCode } from '../../../core/secrets/hardCodedSecrets';
import { diagnosticOf } from '../../shell/diagnosticOf';
import { type CheckedRequest, unknownConnectionCode } from '../session/checkRequest';

const beyondSchema = [
  hardCodedCode,
  unknownConnectionCode,
  unknownVariableCode,
  'unexpected_section',
  'too_deep',
  'duplicate_key',
  'undecoded_text',
  'unknown_section',
  'not_an_id',
  otherCallCode,
  ...pastedCodes,
];

/** What the JSON language service does not find by the schema: the rules of the operation, the connection, and the files. */
export function diagnosticsOf(
  document: vscode.TextDocument,
  state: CheckedRequest,
  inspections: readonly Inspection[] = [],
): vscode.Diagnostic[] {
  if (state.kind === 'unreadable') return brokenDiagnostics(document, state);
  if (state.kind !== 'checked') return [];
  const codes = new Set([...beyondSchema, ...(state.operation.rules ?? []).map(({ failure }) => failure)]);
  const fromSchema = new Set(state.issues.filter(({ code }) => !codes.has(code)));
  const own = withFileIssues(state.issues, inspections).filter((issue) => !fromSchema.has(issue));
  if (own.length === 0) return [];
  const rangeOf = rangesIn(document.getText());
  const titleOf = titlesOf(state.provider, state.operation);
  return own.map((issue) => {
    // In the list of problems no field stands beside the message.
    const message = `${titleOf(issue.pointer)}: ${issue.message}`;
    return diagnosticOf(document, issue.place ?? rangeOf(issue.pointer), { ...issue, message });
  });
}

/** Only what can be mended: of all else the JSON language service says enough. */
function brokenDiagnostics(document: vscode.TextDocument, { broken }: UnreadableRequest): vscode.Diagnostic[] {
  if (broken?.mend === undefined) return [];
  return broken.faults.map(({ code, message, ...place }) =>
    diagnosticOf(document, place, { pointer: '', code, message, severity: 'error' }),
  );
}
