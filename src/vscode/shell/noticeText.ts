/**
 * A text as it may stand in a notification or beside an input. The editor makes links of `[text](command:…)` there, and runs the command
 * of whoever wrote the reply, the setting or the request file that the text quotes.
 */
export function noticeText(text: string): string {
  return text.replaceAll('](', '] (');
}
