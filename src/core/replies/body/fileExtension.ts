/** What a file with such a body is called at its end, by the type it was sent with. */
export function fileExtension(contentType: string): string {
  const image = /^image\/(png|gif|webp)\b/i.exec(contentType)?.[1];
  return image?.toLowerCase() ?? extensions.find(([pattern]) => pattern.test(contentType))?.[1] ?? 'bin';
}

const extensions: readonly (readonly [RegExp, string])[] = [
  [/pdf/i, 'pdf'],
  [/json/i, 'json'],
  [/html/i, 'html'],
  [/svg/i, 'svg'],
  [/xml/i, 'xml'],
  [/zip/i, 'zip'],
  [/jpe?g/i, 'jpg'],
  [/^text\//i, 'txt'],
];
