import type { Finding, Rule, Sketch } from '../../../../core/operation';
import { holdsReference } from '../../../../core/requests/references/reference';
import { namesNone } from '../../../../kit/facts';
import { meantNames } from '../../../../kit/mending/meantNames';
import { writes } from '../../../../kit/mending/mends';
import { roleNames } from '../../facts/documentFacts';
import type { GroupFacts } from '../../facts/groupFacts';

/** What one recipient does with one document of a group, wherever a call says it. */
export interface Assignment {
  readonly document: string | undefined;
  readonly role: string | undefined;
  readonly action: string | undefined;
  /** Pointers of document and role. */
  readonly at: { readonly document: string; readonly role: string };
}

type RuleOf<Values> = (
  outline: Omit<Rule, 'check'> & {
    readonly check: (values: Sketch<Values>, facts: GroupFacts | undefined) => readonly Finding[];
  },
) => Rule;

interface AssignmentOutline<Values> {
  readonly rule: RuleOf<Values>;
  readonly assignmentsOf: (values: Sketch<Values>) => readonly Assignment[];
  /** Where the recipients are listed. */
  readonly list: string;
  /** What no source says of this call. */
  readonly undocumented?: readonly string[];
  /** Roles may be left without a recipient. */
  readonly mayBeUnused?: true;
}

/** Documents are those of the group, roles those of their documents. */
export function assignmentRules<Values>({
  rule,
  assignmentsOf,
  list,
  undocumented = [],
  mayBeUnused,
}: AssignmentOutline<Values>): readonly Rule[] {
  const severity = (failure: string) => (undocumented.includes(failure) ? { severity: 'warning' as const } : {});
  return [
    rule({
      failure: 'role-missing-for-signing',
      statement: 'Signing a document needs a role.',
      ...severity('role-missing-for-signing'),
      check: (values, group) => {
        const onlyRole = onlyRoles(group);
        return assignmentsOf(values)
          .filter(({ action, role }) => action === 'sign' && role === undefined)
          .map(({ at, document = '' }) => {
            const only = onlyRole.get(document);
            const mended = only !== undefined && { mend: writes(at.role, only, 'Write the only roles of documents') };
            return { pointer: at.role, message: 'Choose the role that signs.', ...mended };
          });
      },
    }),
    rule({
      failure: 'document-not-in-group',
      statement: 'Every document is part of the group.',
      check: (values, group) => (group === undefined ? [] : unknownDocuments(assignmentsOf(values), group)),
    }),
    rule({
      failure: 'role-not-found',
      statement: 'Roles are those of their documents.',
      check: (values, group) => assignmentsOf(values).flatMap(unknownRole(group)),
    }),
    ...(mayBeUnused
      ? []
      : [
          rule({
            failure: 'roles-not-used',
            statement: 'All roles of the documents are used.',
            ...severity('roles-not-used'),
            check: (values, group) => (group === undefined ? [] : unusedRoles(assignmentsOf(values), group, list)),
          }),
        ]),
  ];
}

/** By document, where it has no other. */
function onlyRoles(group: GroupFacts | undefined): ReadonlyMap<string, string> {
  const found = (group?.documents ?? []).flatMap(({ id, roles: [only, ...others] }) =>
    only === undefined || others.length > 0 ? [] : [[id, only.name] as const],
  );
  return new Map(found);
}

function unknownDocuments(assignments: readonly Assignment[], { documents }: GroupFacts): readonly Finding[] {
  const ids = new Set(documents.map(({ id }) => id));
  return assignments
    .filter(({ document }) => namesNone(document, ids))
    .map(({ at }) => ({ pointer: at.document, message: 'The group has no document with this ID.' }));
}

/** Roles are gone through once, not for every document that is signed. */
function unknownRole(group: GroupFacts | undefined): (assignment: Assignment) => readonly Finding[] {
  const byId = new Map(
    (group?.documents ?? []).map(({ id, roles }) => [
      id,
      {
        names: new Set(roles.map(({ name }) => name)),
        meant: meantNames(roles.map(({ name }) => name)),
        listed: roleNames(roles),
      },
    ]),
  );
  return ({ document = '', role, at }) => {
    const known = byId.get(document);
    if (known === undefined || !namesNone(role, known.names)) return [];
    const { listed } = known;
    const message =
      listed === '' ? 'The document has no roles.' : `The document has no such role. Its roles: ${listed}.`;
    const meant = known.meant(role);
    return [
      {
        pointer: at.role,
        message,
        ...(meant !== undefined && { mend: writes(at.role, meant, 'Write the roles that are meant') }),
      },
    ];
  };
}

function unusedRoles(
  assignments: readonly Assignment[],
  { documents }: GroupFacts,
  pointer: string,
): readonly Finding[] {
  if (assignments.some(({ role, document }) => holdsReference(role) || holdsReference(document))) return [];
  const used = new Set(assignments.map(({ document, role }) => JSON.stringify([document, role])));
  return documents.flatMap(({ id, name: documentName, roles }) =>
    roles
      .filter(({ name }) => !used.has(JSON.stringify([id, name])))
      .map(({ name }) => ({ pointer, message: `No signer has the role "${name}" of "${documentName}".` })),
  );
}
