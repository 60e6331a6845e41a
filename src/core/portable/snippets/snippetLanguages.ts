import { t } from '@vscode/l10n';
/** The languages that a request can be copied in, in the order in which they are offered. */
export function snippetLanguages() {
  return [
    { id: 'curl', title: 'cURL', detail: t('for a POSIX shell') },
    { id: 'fetch', title: 'fetch', detail: 'JavaScript' },
    { id: 'node-fetch', title: 'node-fetch', detail: 'JavaScript' },
    { id: 'csharp', title: 'C#', detail: 'HttpClient' },
    { id: 'python', title: 'Python', detail: 'requests' },
    { id: 'java', title: 'Java', detail: 'java.net.http' },
    { id: 'php', title: 'PHP', detail: 'cURL' },
    { id: 'go', title: 'Go', detail: 'net/http' },
  ] as const;
}

export type SnippetLanguageId = ReturnType<typeof snippetLanguages>[number]['id'];
