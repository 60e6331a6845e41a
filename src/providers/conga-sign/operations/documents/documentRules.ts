import { defineRule, type Finding, type RequestSchemas, type Sketch, type ValuesOf } from '../../../../core/operation';
import { namesNone } from '../../../../kit/facts';
import { meantNames } from '../../../../kit/mending/meantNames';
import { writes } from '../../../../kit/mending/mends';
import type { PackageFacts } from '../../facts';
import type { ApprovalInput } from './documentFields';

/* Rules of documents and of who signs them where. Facts are those of the package. */

/** Approvals by their pointers in the request. */
type Approvals = readonly (readonly [pointer: string, approval: Sketch<ApprovalInput> | undefined])[];

/** Rules of the approvals that a request holds, wherever it holds them. */
export function approvalRules<S extends RequestSchemas>(approvalsOf: (values: Sketch<ValuesOf<S>>) => Approvals) {
  const rule = defineRule<S, PackageFacts>;
  return [
    rule({
      failure: 'approval-without-role',
      statement: 'An approval names the role that gives it.',
      check: (values) =>
        approvalsOf(values).flatMap(([pointer, approval]) =>
          approval === undefined || approval.role
            ? []
            : [{ pointer: `${pointer}/role`, message: 'The approval names no role.' }],
        ),
    }),
    rule({
      failure: 'approval-role-unknown',
      statement: 'The role of an approval is one of the package, by its ID or its name.',
      severity: 'warning',
      check: (values, facts) => {
        const known = facts && new Set(facts.roles.flatMap(({ id, name }) => [id, name]));
        const meantBy = meantNames([...(known ?? [])].filter((name) => name !== undefined));
        return approvalsOf(values).flatMap(([pointer, approval]) => {
          const role = approval?.role || undefined;
          if (!namesNone(role, known)) return [];
          const at = `${pointer}/role`;
          const meant = meantBy(role);
          const mended = meant !== undefined && { mend: writes(at, meant, 'Write the roles that are meant') };
          return [{ pointer: at, message: 'The package has no role with this ID or name.', ...mended }];
        });
      },
    }),
  ];
}

/** Of lists of approvals. */
export function eachApproval(approvals: Sketch<readonly ApprovalInput[]> | undefined, pointer: string): Approvals {
  return (approvals ?? []).map((approval, index) => [`${pointer}/${index}`, approval] as const);
}

export const approvalFailures = ['approval-without-role', 'approval-role-unknown'];

const longestName = 256;

export function nameFindings(name: string | undefined, pointer: string): readonly Finding[] {
  if (name === undefined || name.length <= longestName) return [];
  return [{ pointer, message: `The name has ${name.length} characters; ${longestName} are taken.` }];
}

/** The documents of a package, its approvals and fields, to choose from. */
export function suggestDocuments({ papers }: PackageFacts) {
  return {
    '/path/documentId': papers.map(({ id, name }) => ({ value: id, label: name })),
    '/path/approvalId': papers.flatMap(({ name, approvals }) =>
      approvals.map(({ id, role }) => ({ value: id, label: role, description: name })),
    ),
    '/path/fieldId': papers.flatMap(({ name, approvals }) =>
      approvals.flatMap(({ role, fields }) =>
        fields.map((field) => ({ value: field.id, label: field.name, description: `${role}, ${name}` })),
      ),
    ),
  };
}
