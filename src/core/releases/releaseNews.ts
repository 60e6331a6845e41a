/** What a changelog in the form of keepachangelog.com says of one version. */
interface Release {
  readonly version: string;
  /** How many points say what came. */
  readonly added: number;
}

/** How much has come after one version, up to another. Zero where there is nothing to see: what was only mended needs no word. */
export function newsBetween(changelog: string, { seen, current }: { readonly seen: string; readonly current: string }) {
  return releasesOf(changelog)
    .filter(({ version }) => isAfter(version, seen) && !isAfter(version, current))
    .reduce((sum, { added }) => sum + added, 0);
}

/** What has no version yet is not among them. */
function releasesOf(changelog: string): readonly Release[] {
  return changelog.split(/^## /m).flatMap((section) => {
    const [, version] = /^\[?(\d+\.\d+\.\d+)\]?/.exec(section) ?? [];
    const added = /^### Added\s*\n([\s\S]*?)(?=^###? |$(?![\s\S]))/m.exec(section)?.[1] ?? '';
    return version === undefined ? [] : [{ version, added: added.match(/^- /gm)?.length ?? 0 }];
  });
}

function isAfter(version: string, other: string): boolean {
  const [one, two] = [version, other].map((text) => text.split(/[.-]/).map(Number));
  for (const place of [0, 1, 2]) {
    const difference = (one?.[place] ?? 0) - (two?.[place] ?? 0);
    if (difference !== 0) return difference > 0;
  }
  return false;
}
