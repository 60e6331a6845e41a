/** `/members/<uuid>` is what the API calls an ID; paths hold the part behind the last slash. */
export function uuidOf(id: string): string {
  return id.slice(id.lastIndexOf('/') + 1);
}

export function procedureIdOf(uuid: string): string {
  return `/procedures/${uuidOf(uuid)}`;
}
