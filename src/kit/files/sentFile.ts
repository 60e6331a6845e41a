/** A download, with the name that it is to be saved under. */
export function sentFile(body: Uint8Array, mediaType: string, name: string) {
  const disposition = `attachment; filename*=UTF-8''${encodeURIComponent(name)}`;
  return { status: 200 as const, headers: { 'content-type': mediaType, 'content-disposition': disposition }, body };
}

/** Of files with the same name, all behind the first have their number in front. */
export function namedApart<File extends { readonly name: string }>(files: readonly File[]): readonly File[] {
  const used = new Set<string>();
  return files.map((file, index) => {
    const name = used.has(file.name) ? `${index + 1} ${file.name}` : file.name;
    used.add(name);
    return { ...file, name };
  });
}
