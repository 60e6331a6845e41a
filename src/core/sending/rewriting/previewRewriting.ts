import { t } from '@vscode/l10n';
import type { JsonValue } from '../../../protocol/json';
import type { Connection } from '../../connections/connection';
import { isList, isObject } from '../../json/jsonKinds';
import type { Operation, RequestValues } from '../../operation';
import { describeProblem } from '../../problems/describeProblem';
import { joinPointer } from '../../requests/pointer';
import { resolveWritten } from '../../requests/references/resolveWritten';
import type { Target } from '../target';
import { rewritePrepared } from './rewritePrepared';

export interface RewritingPreview {
  /** What leaves in the place of a value, in words, by its pointer. */
  readonly places: Readonly<Record<string, string>>;
  /** Why nothing would be sent. */
  readonly notice?: string;
}

const nothing: RewritingPreview = { places: {} };

/** What a form shows beside addresses and numbers before they are sent. */
export function previewRewriting(
  call: Pick<Target, 'provider'> & { readonly operation: Operation },
  connection: Connection | undefined,
  values: RequestValues,
): RewritingPreview {
  if (connection?.rewriting === undefined) return nothing;
  const target = { ...call, connection };
  const resolved = resolveWritten(target, values, { isForced: true });
  if (resolved.kind === 'failed') return nothing;
  const before = { values: resolved.values, written: undefined, origin: { cause: 'form' }, credentials: {} } as const;
  const after = rewritePrepared(target, before);
  if ('problem' in after) {
    const { title, nextStep } = describeProblem(after.problem);
    return { places: {}, notice: t('{0}, so nothing would be sent. {1}', title, nextStep) };
  }
  const places = [...changes(resolved.values as JsonValue, after.values as JsonValue, '')];
  return { places: Object.fromEntries(places) };
}

function* changes(one: JsonValue, other: JsonValue | undefined, pointer: string): Generator<[string, string]> {
  if (isList(one)) {
    const items = isList(other) ? other : [];
    for (const [index, item] of one.entries()) yield* changes(item, items[index], joinPointer(pointer, index));
  } else if (isObject(one)) {
    const members = isObject(other) ? other : {};
    for (const [key, item] of Object.entries(one)) {
      yield* changes(item as JsonValue, members[key] as JsonValue | undefined, joinPointer(pointer, key));
    }
  } else if (!Object.is(one, other)) {
    yield [pointer, other === undefined ? t('Left out when it is sent.') : t('Sent as {0}.', String(other))];
  }
}
