import { isRejection } from '../../../../core/emulation';
import { pick } from '../../../../core/typing/keysOf';
import { nothingIn } from '../dialects';
import { approvalFor, fieldFor } from '../documents/documentAt';
import { roleNamed } from '../documents/documentView';
import { fieldKeys, newField } from '../documents/newDocument';
import { type EmulatedPackage, type Handlers, packageAt } from '../state';

export const fieldHandlers: Pick<
  Handlers,
  'createField' | 'getField' | 'updateField' | 'deleteField' | 'getFieldSummary'
> = {
  createField: (context) => {
    const found = approvalFor(context);
    if (isRejection(found)) return found;
    const field = newField(context.values.body, context.tools);
    found.approval.fields.push(field);
    found.holder.updatedAt = context.tools.now();
    return { status: 200, body: field };
  },
  getField: (context) => {
    const found = fieldFor(context);
    return isRejection(found) ? found : { status: 200, body: found.field };
  },
  updateField: (context) => {
    const found = fieldFor(context);
    if (isRejection(found)) return found;
    Object.assign(found.field, pick(context.values.body, fieldKeys));
    found.holder.updatedAt = context.tools.now();
    return { status: 200, body: found.field };
  },
  deleteField: (context) => {
    const found = fieldFor(context);
    if (isRejection(found)) return found;
    const { holder, approval, field } = found;
    approval.fields = approval.fields.filter((other) => other !== field);
    holder.updatedAt = context.tools.now();
    return nothingIn(context.dialect);
  },
  getFieldSummary: ({ state, values: { path }, tools }) => {
    const found = packageAt(state, path.packageId, tools.now());
    return isRejection(found) ? found : { status: 200, body: summaryOf(found) };
  },
};

function summaryOf(holder: EmulatedPackage) {
  return holder.documents.flatMap(({ body }) =>
    body.approvals.flatMap(({ role, fields }) =>
      fields.map(({ id, name, value }) => ({
        signerId: roleNamed(holder, role)?.body.signers[0]?.id ?? role,
        documentId: body.id,
        fieldId: id,
        fieldName: name,
        fieldValue: value,
      })),
    ),
  );
}
