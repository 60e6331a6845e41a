/** In characters: a page names itself at its start. */
const mostRead = 64 * 1024;
const longestTitle = 100;

/** The page a text is, undefined when it is none. */
export function readPage(text: string, contentType: string): { readonly title: string } | undefined {
  const start = text.slice(0, mostRead).trimStart();
  const isPage =
    /^<(!doctype html|html|head|body)\b/i.test(start) || (/html/i.test(contentType) && start.includes('<'));
  return isPage ? { title: clean(between(start, 'title') ?? between(start, 'h1') ?? '') } : undefined;
}

/** The text of the first element of that name. */
function between(text: string, name: string): string | undefined {
  const lower = text.toLowerCase();
  const opened = lower.indexOf(`<${name}`);
  const from = opened < 0 ? -1 : lower.indexOf('>', opened) + 1;
  const to = from <= 0 ? -1 : lower.indexOf(`</${name}`, from);
  return to < 0 ? undefined : text.slice(from, to);
}

const entities: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&nbsp;': ' ',
};

function clean(text: string): string {
  const plain = text
    .replace(/<[^<>]*>/g, ' ')
    .replace(/&(?:amp|lt|gt|quot|#39|nbsp);/g, (name) => entities[name] ?? name);
  return plain
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .slice(0, longestTitle);
}
