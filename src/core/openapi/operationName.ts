/** The name of an operation within its own provider: `create-document` of `signnow/create-document`. */
export function operationName(id: string): string {
  return id.slice(id.indexOf('/') + 1);
}
