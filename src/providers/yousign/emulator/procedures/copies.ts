import { toBase64 } from '../../../../core/attachments/base64';
import { zip } from '../../../../kit/files/zip';
import { refuse } from '../../failures';
import { uuidOf } from '../../operations/objectId';
import { callerIn } from '../account';
import { addMember, json, proofOf } from '../members';
import { tellStart } from '../notices';
import { membersOf } from '../records';
import type { EmulatedProcedure, Handlers } from '../state';
import { viewProcedure } from '../view';
import { copyOf } from './procedureCopy';
import { procedureAt } from './procedures';

export const copyHandlers: Pick<Handlers, 'duplicateProcedure' | 'getProcedureProof'> = {
  duplicateProcedure: ({ state, values: { path, body }, caller, tools }) => {
    const source = procedureAt(state, path.id);
    if (source === undefined) return refuse('procedure-not-found');
    const { start = false, template = source.template } = body;
    const now = tools.now();
    const copy: EmulatedProcedure = {
      ...source,
      id: `/procedures/${tools.uuid()}`,
      creator: callerIn(state, caller),
      status: start && !template ? 'active' : 'draft',
      template,
      createdAt: now,
      updatedAt: now,
      finishedAt: undefined,
    };
    state.procedures.set(copy.id, copy);
    for (const member of copyOf(state, source)) addMember(state, copy.id, member, tools);
    if (copy.status === 'active') tellStart({ state, procedure: copy, tools });
    return { status: 201, body: viewProcedure(state, copy, now) };
  },
  getProcedureProof: ({ state, values: { path } }) => {
    const procedure = procedureAt(state, path.id);
    const members = procedure === undefined ? [] : membersOf(state, procedure);
    const signed = members.filter(({ finishedAt }) => finishedAt !== undefined);
    if (signed.length === 0) return refuse('proof-not-found');
    const files = signed.map((member) => ({
      name: `${uuidOf(member.id)}.pdf`,
      content: new TextEncoder().encode(proofOf(member)),
    }));
    return { status: 200, headers: json, body: JSON.stringify(toBase64(zip(files))) };
  },
};
