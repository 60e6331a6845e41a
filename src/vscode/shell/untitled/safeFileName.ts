/** A name that every file system takes, and that an address writes as it is. */
export function safeFileName(title: string): string {
  return title
    .replace(/[\\/:*?"<>|#%]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}
