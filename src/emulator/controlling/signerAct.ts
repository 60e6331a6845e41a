import type { EmulatedReply } from '../../core/emulation';
import type { SignerAct } from '../actAsSigner';
import { bodyObject, controlProblem } from './bodies';
import type { Controlled } from './controlled';

export const signCommand = 'POST /sign';

export function answerAct({ act }: Controlled, body: Uint8Array): EmulatedReply {
  const wanted = actIn(body);
  if (wanted !== undefined) return act(wanted);
  const who = 'a "link", or "document" and "as"';
  return controlProblem(400, `The body must have an "action" ("open", "answer", "finish" or "decline") and ${who}.`);
}

const actions = ['open', 'answer', 'finish', 'decline'] as const satisfies readonly SignerAct['action'][];

function actIn(body: Uint8Array): SignerAct | undefined {
  const content = bodyObject(body);
  const text = (name: string) => {
    const value = content[name];
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  const action = actions.find((one) => one === text('action'));
  const who = { link: text('link'), document: text('document'), as: text('as') };
  const isSomebody = who.link !== undefined || (who.document !== undefined && who.as !== undefined);
  if (action === undefined || !isSomebody) return undefined;
  const { answers: given } = content;
  const answers = Array.isArray(given) ? given.filter((one) => typeof one === 'string') : undefined;
  return { ...who, action, reason: text('reason'), ...(answers !== undefined && { answers }) };
}
