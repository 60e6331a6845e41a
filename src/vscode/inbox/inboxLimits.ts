import { t } from '@vscode/l10n';
import { showWarning } from '../shell/notices';

const mostEvents = 200;
const mostBytes = 20_000_000;
export const mostBytesOfOne = 5_000_000;

/** Newest first: the oldest go. */
export function bounded<Event extends { readonly call: { readonly body: Uint8Array } }>(
  events: readonly Event[],
): readonly Event[] {
  let bytes = 0;
  const end = events.slice(0, mostEvents).findIndex(({ call }) => {
    bytes += call.body.length;
    return bytes > mostBytes;
  });
  return events.slice(0, end < 0 ? mostEvents : end);
}

/** Nobody would look for what is not in the list. Once is enough. */
export function tooLargeWarning(): () => void {
  let isSaid = false;
  return () => {
    if (isSaid) return;
    isSaid = true;
    void warn();
  };
}

async function warn(): Promise<void> {
  const { sizeText } = await import('../../protocol/words/sizeText');
  void showWarning(
    t(
      'An event of more than {0} was refused (413). The inbox keeps no larger ones; "esign listen" on the command line takes up to 25 MB.',
      sizeText(mostBytesOfOne),
    ),
  );
}
