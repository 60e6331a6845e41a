import * as z from 'zod';
import type { Issue } from '../../protocol/form';
import { pageOf } from './pageOf';
import { visibleText } from './visibleText';

export const issueSchema = z.object({
  pointer: z.string(),
  severity: z.enum(['error', 'warning']),
  message: z.string(),
  code: z.string().describe('A failure of the API that a rule forestalls, or the kind of fault.'),
  mend: z.exactOptional(z.string()),
});

/** Errors first, as many as there is room for. What they quote stands in one line. */
export function issueList(issues: readonly Issue[], room: number, from = 0) {
  const errorsFirst = issues.toSorted((one, other) => rank(one) - rank(other));
  const { items, left } = pageOf(errorsFirst.map(listed), from, room);
  return { items: [...items], left };
}

function listed({ pointer, severity, message, code, mend }: Issue): z.output<typeof issueSchema> {
  const says = visibleText(message, 400);
  return {
    pointer: visibleText(pointer, 300),
    severity,
    message: says,
    code,
    ...(mend && { mend: visibleText(mend.title) }),
  };
}

function rank({ severity }: Issue): number {
  return severity === 'error' ? 0 : 1;
}
