import type { Operation } from '../../core/operation';
import { splitPointer } from '../../core/requests/pointer';
import type { Issue } from '../../protocol/form';

/** `/body/members/0/phone` is `members[0].phone`. */
export function propertyPath(pointer: string): string {
  return splitPointer(pointer)
    .slice(1)
    .map((part) => (/^\d+$/.test(part) ? `[${part}]` : `.${part}`))
    .join('')
    .replace(/^\./, '');
}

/** Nothing of it can be looked at: it is missing, or no JSON. */
export function hasNoBody(issues: readonly Issue[]): boolean {
  return issues.some(({ pointer, code }) => pointer === '/body' && (code === 'unreadable' || code === 'required'));
}

/** The methods that an address has; none where it is no address of the API. */
export function methodsAt(operations: readonly Operation[], path: string): readonly string[] {
  const known = operations.filter((operation) => isAt(operation.path, path));
  return [...new Set(known.map(({ method }) => method))];
}

function isAt(template: string, path: string): boolean {
  return new RegExp(`^${template.replace(/\{\w+\}/g, '[^/]+')}/?$`).test(path);
}
