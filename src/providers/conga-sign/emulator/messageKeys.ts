/** Keys of the bodies that were seen of the live API. */
const known: Readonly<Record<string, string>> = {
  'cannot-change-status': 'error.validation.cannotChangePackageStatus',
  'decline-without-comment': 'error.validation.optOut.invalidComment',
  'approval-without-role': 'error.validation.validateApproval.noRolesOnApproval',
  'access-denied': 'error.forbidden.noPermission',
};

/** `error.<class>.<what>`, as all known keys are made. */
export function messageKeyOf(failure: string, status: number): string {
  return known[failure] ?? `error.${classes[status] ?? 'unexpected'}.${camelCase(failure)}`;
}

const classes: Readonly<Record<number, string>> = {
  400: 'validation',
  401: 'unauthorized',
  403: 'forbidden',
  404: 'notFound',
  422: 'unprocessableEntity',
};

function camelCase(name: string): string {
  return name.replace(/-(\w)/g, (_part, letter: string) => letter.toUpperCase());
}
