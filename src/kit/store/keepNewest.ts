/** Of what no source lets expire: more than any run of tests asks for. */
export const mostWithoutEnd = 10_000;

/** Drops the oldest of a container that keeps the order in which things came. */
export function keepNewest(container: Map<string, unknown> | Set<string>, most = mostWithoutEnd): void {
  for (const key of container.keys()) {
    if (container.size <= most) return;
    container.delete(key);
  }
}
