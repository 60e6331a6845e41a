import type { FileIssue } from '../../headless/fileIssue';
import type { Issue } from '../../protocol/form';

/** `Mend: write 45.`, to follow a message; empty where nothing is known. */
export function mendText({ mend }: Pick<Issue, 'mend'> | Pick<FileIssue, 'mend'>): string {
  return mend === undefined ? '' : ` Mend: ${mend.title.charAt(0).toLowerCase()}${mend.title.slice(1)}.`;
}
