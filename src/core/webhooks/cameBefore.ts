import { t } from '@vscode/l10n';

/** An event that was received already, as APIs may send one again: whoever takes it must act on it once. */
export interface CameBefore {
  /** When it came first: epoch milliseconds. */
  readonly at: number;
  /** By the id that the API gives the event, or by all bytes of the call. */
  readonly by: 'id' | 'bytes';
}

/** `time`: in the words of whoever looks. */
export function cameBeforeText({ by }: Pick<CameBefore, 'by'>, time: string): string {
  return by === 'id'
    ? t('came before at {0}, with the same event ID', time)
    : t('came before at {0}, with the same bytes', time);
}
