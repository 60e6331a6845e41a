import { readFileSync } from 'node:fs';
import path from 'node:path';

/** The folders that come with the command line. */
export interface AgentFolders {
  /** Of the reference pages, one for each provider. */
  readonly reference: string;
  /** Of the templates of scenarios. */
  readonly templates: string;
}

/** The reference page of a provider; undefined where it did not come along. The id is one that is known. */
export function referencePage({ reference }: AgentFolders, provider: string): string | undefined {
  try {
    return readFileSync(path.join(reference, `${provider}.md`), 'utf8');
  } catch {
    return undefined;
  }
}
