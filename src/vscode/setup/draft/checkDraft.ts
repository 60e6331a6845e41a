import { t } from '@vscode/l10n';
import * as z from 'zod';
import { resolveConnection } from '../../../core/connections/resolveConnection';
import { schemaIssues } from '../../../core/forms/checks/schemaIssues';
import { formFields } from '../../../core/forms/formField';
import { shapeOf } from '../../../core/forms/shapes/shapeOf';
import { describeProblem } from '../../../core/problems/describeProblem';
import type { Problem } from '../../../core/problems/problem';
import type { FormField, Issue } from '../../../protocol/form';
import type { JsonObject } from '../../../protocol/json';
import type { SetUpModel } from '../../../protocol/pages/setUp';
import { isProblem } from '../../shell/explainError';
import type { MemberContext, MemberIssue, SettingMember } from '../member';
import { settingMembers } from '../settingMembers';
import { credentialIssues, credentialSection } from './credentialSection';
import type { SetUpDraft } from './setUpDraft';

/** The form as it is for what stands in it now. */
export function modelOf({ subject, context }: SetUpDraft): SetUpModel {
  const { provider, before } = subject;
  return {
    provider: provider.title,
    title: before === undefined ? t('Add connection') : t('Edit {0}', before.title ?? before.id),
    sections: [{ id: 'connection', title: t('Connection'), fields: fieldsFor(context) }, credentialSection(provider)],
  };
}

export interface DraftCheck {
  readonly issues: readonly Issue[];
  /** The connection can be written. */
  readonly isUsable: boolean;
  /** All that a call needs is there. */
  readonly isComplete: boolean;
}

export function checkDraft(draft: SetUpDraft): DraftCheck {
  const { kind, credentials } = draft;
  const ofFields = connectionIssues(draft.context);
  const ofConnection = isError(ofFields) ? ofFields : [...ofFields, ...wholeIssues(draft)];
  const ofCredentials = kind === undefined ? [] : credentialIssues(kind, credentials);
  const isEmpty = Object.keys(credentials).length === 0;
  const isUsable = !isError(ofConnection) && (isEmpty || !isError(ofCredentials));
  return {
    issues: [...ofConnection, ...ofCredentials],
    isUsable,
    isComplete: isUsable && !isError(ofCredentials),
  };
}

function isError(issues: readonly Issue[]): boolean {
  return issues.some(({ severity }) => severity === 'error');
}

/** What is wrong with members that fit each by itself. */
function wholeIssues({ subject, setting }: SetUpDraft): readonly Issue[] {
  const outcome = resolveConnection(subject.provider, setting);
  if (!isProblem(outcome)) return [];
  const [key, message] = placeOf(outcome);
  return [{ pointer: `/connection/${key}`, code: 'setting', message, severity: 'error' }];
}

function placeOf(problem: Problem): readonly [key: string, message: string] {
  if (problem.kind === 'invalidTls') return ['tls', `The connection ${problem.reason}.`];
  if (problem.kind === 'invalidBaseUrl') return ['baseUrl', t('This cannot be a base URL: {0}.', problem.reason)];
  const { title, cause } = describeProblem(problem);
  return ['environment', `${title}. ${cause}`];
}

function connectionIssues(context: MemberContext): readonly Issue[] {
  const schema = schemaOf(context);
  const shown = shownMembers(context);
  const value: JsonObject = Object.fromEntries(
    Object.entries(context.values).filter(([key]) => shown.some((member) => member.key === key)),
  );
  const target = { schema, shape: shapeOf(schema), value, pointer: '/connection', label: () => t('Connection') };
  const { issues, broken } = schemaIssues({ ...target, acceptsReferences: false });
  return [...issues, ...shown.flatMap((member) => memberIssues(member, context, broken))];
}

function memberIssues(
  { key, check }: SettingMember,
  context: MemberContext,
  broken: readonly string[],
): readonly Issue[] {
  const pointer = `/connection/${key}`;
  const value = context.values[key];
  if (check === undefined || value === undefined || broken.includes(pointer)) return [];
  return check(value, context).map(
    ({ pointer: within, message, severity = 'error' }: MemberIssue): Issue => ({
      pointer: `${pointer}${within}`,
      code: 'setting',
      message,
      severity,
    }),
  );
}

function fieldsFor(context: MemberContext): readonly FormField[] {
  const shape = shapeOf(schemaOf(context));
  return shape.kind === 'object' ? formFields(shape) : [];
}

function schemaOf(context: MemberContext): z.ZodObject {
  const shown = shownMembers(context).map((member) => [member.key, member.schema(context) ?? z.json()] as const);
  return z.object(Object.fromEntries(shown));
}

function shownMembers(context: MemberContext): readonly SettingMember[] {
  return settingMembers.filter((member) => member.schema(context) !== undefined);
}
