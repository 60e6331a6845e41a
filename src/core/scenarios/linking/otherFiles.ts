import { t } from '@vscode/l10n';
import type { LinkPorts } from './linkedScenario';
import { pathBeside } from './pathBeside';

/** Files that name each other, on the way to the one that is read. */
export interface FilesRead {
  /** Paths from the folder of the first scenario, that of the one that is read last at the end. */
  readonly files: readonly string[];
  /** Every file that was read, so that no web of files takes long. */
  readonly read: Set<string>;
}

export type OtherFile<Chain extends FilesRead> =
  | { readonly kind: 'text'; readonly text: string; readonly file: string; readonly chain: Chain }
  | { readonly kind: 'refused'; readonly code: 'source' | 'circle'; readonly message: string };

const mostDepth = 10;
const mostFiles = 50;

/** Reads a scenario that another one names, from beside it. */
export async function readOther<Chain extends FilesRead>(
  url: string,
  ports: LinkPorts,
  chain: Chain,
): Promise<OtherFile<Chain>> {
  const refuse = (message: string) => ({ kind: 'refused', code: 'source', message }) as const;
  if (/^[a-z][a-z0-9+.-]*:/i.test(url)) return refuse(t('Scenarios are not fetched: name a file beside this one.'));
  const file = pathBeside(chain.files.at(-1) ?? '', url);
  if (chain.files.includes(file)) {
    const circle = [...chain.files.slice(chain.files.indexOf(file)), file].join(' -> ');
    return { kind: 'refused', code: 'circle', message: t('The files name each other without end: {0}.', circle) };
  }
  chain.read.add(file);
  if (chain.files.length >= mostDepth || chain.read.size > mostFiles) {
    return refuse(t('Too many files name each other: {0} deep and {1} in all are read.', mostDepth, mostFiles));
  }
  const content = await ports.readDescription(url);
  if (content.kind === 'unreadable') return refuse(content.detail);
  return { kind: 'text', text: content.text, file, chain: { ...chain, files: [...chain.files, file] } };
}

/** For what is named in a file that is named here. */
export function portsBeside(ports: LinkPorts, url: string): LinkPorts {
  return { ...ports, readDescription: (other) => ports.readDescription(pathBeside(url, other)) };
}
