import { t } from '@vscode/l10n';
import type { JsonValue } from '../../../protocol/json';
import { isObject } from '../../json/jsonKinds';
import type { Operation, RequestValues } from '../../operation';
import type { Provider } from '../../provider';
import { effectsAt } from '../../sending/asking/effects';
import { isReading, recipientsIn } from '../../sending/asking/mayBeSent';
import type { LinkedStep, StepTarget } from '../linking/linkedScenario';
import type { Act, Participant } from './participants';

/** What is known of a step: before it ran from the file alone. */
export interface StepFacts {
  readonly values: RequestValues;
  /** The text that says whose page it is, where that is not known. */
  readonly link: string | undefined;
  /** Whom the emulator named as the one who acted. */
  readonly signer?: ActingSigner | undefined;
  readonly replyStatus?: number | undefined;
}

export interface ActingSigner {
  readonly name: string;
  readonly email: string;
}

/** What a step does, and to whom. */
export function actsOf({ target }: LinkedStep, facts: StepFacts): readonly Act[] {
  switch (target.kind) {
    case 'workflow':
      return [];
    case 'page':
      return [
        { who: visitor(undefined, facts), kind: 'acts', text: target.method === 'GET' ? t('opens') : t('answers') },
      ];
    case 'operation':
      return target.isControl ? controlActs(target.operations[0], facts) : callActs(target, facts);
  }
}

function callActs(
  { provider, operations: [operation] }: Extract<StepTarget, { kind: 'operation' }>,
  { values, replyStatus }: StepFacts,
): readonly Act[] {
  const text = replyStatus === undefined ? operation.method : `${operation.method} ${replyStatus}`;
  const call: Act = { who: api(provider), kind: 'call', text };
  return isReading(operation) ? [call] : [call, ...peopleOf(provider, operation, values)];
}

function peopleOf(provider: Provider, operation: Operation, values: RequestValues): readonly Act[] {
  const effects = effectsAt(provider, operation, values);
  const named = recipientsIn(values).map((email) => person({ email }));
  if (!effects.includes('mailsPeople')) return named.map((who) => ({ who, kind: 'named', text: t('is named') }));
  const onRecord = named.length === 0 || effects.includes('mailsOnRecord');
  const mailed = named.map((who): Act => ({ who, kind: 'mail', text: t('may get mail') }));
  return onRecord ? [...mailed, { who: api(provider), kind: 'mail', text: t('may mail those on record') }] : mailed;
}

/** Who acts on the emulator is told by a link or a name, whatever the act is called. */
function controlActs({ title }: Operation, facts: StepFacts): readonly Act[] {
  const body = isObject(facts.values.body) ? facts.values.body : {};
  const { as, action, minutes } = body;
  if (facts.link !== undefined || as !== undefined) {
    return [{ who: visitor(as, facts), kind: 'acts', text: actText(action, facts) }];
  }
  const text = typeof minutes === 'number' ? t('+{0} min', minutes) : title;
  return [{ who: emulator(), kind: 'control', text }];
}

const actWords = new Map<unknown, () => string>([
  ['open', () => t('opens')],
  ['answer', () => t('answers')],
  ['finish', () => t('signs')],
  ['decline', () => t('declines')],
]);

function actText(action: JsonValue | undefined, { replyStatus = 0 }: StepFacts): string {
  const word = actWords.get(action)?.() ?? (typeof action === 'string' ? action : t('acts'));
  return replyStatus >= 400 ? t('{0}: refused', word) : word;
}

function visitor(as: JsonValue | undefined, { signer, link }: StepFacts): Participant {
  const byLink = link === undefined ? [] : [`link ${link}`];
  const known = typeof as === 'string' ? as : undefined;
  if (signer !== undefined) {
    const { names, ...who } = person(signer);
    return { ...who, names: [...names, ...byLink, ...(known === undefined ? [] : [known])] };
  }
  if (known === undefined) return { kind: 'person', names: byLink };
  const who = known.includes('@')
    ? person({ email: known })
    : { kind: 'person' as const, names: [known], title: known };
  return { ...who, names: [...who.names, ...byLink] };
}

function person({ email, name }: Partial<ActingSigner> & Pick<ActingSigner, 'email'>): Participant {
  return { kind: 'person', names: [email], email, ...(name !== undefined && name !== '' && { title: name }) };
}

function api({ id, title }: Provider): Participant {
  return { kind: 'api', names: [id], title };
}

const emulator = (): Participant => ({ kind: 'emulator', names: ['emulator'], title: t('Emulator') });
