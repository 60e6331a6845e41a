import type { HttpRequest } from '../http';

/** A command for a POSIX shell. Secrets stay masked: the request comes from a run. */
export function toCurl(request: HttpRequest): string {
  const boundary = /^multipart\/form-data; boundary=(.*)$/.exec(request.headers['content-type'] ?? '')?.[1];
  const headers = Object.entries(request.headers).filter(([name]) => boundary === undefined || name !== 'content-type');
  const lines = [
    `curl -X ${request.method} ${quote(request.url)}`,
    ...headers.map(([name, value]) => `-H ${quote(`${name}: ${value}`)}`),
    ...bodyArguments(request.body?.text, boundary),
  ];
  return lines.join(' \\\n  ');
}

function bodyArguments(text: string | undefined, boundary: string | undefined): readonly string[] {
  if (text === undefined) return [];
  if (boundary === undefined) return [`--data-raw ${quote(text)}`];
  return text.split(`--${boundary}`).flatMap((part) => {
    const [, name, file, value] =
      /name="([^"]*)"(?:; filename="([^"]*)")?[\s\S]*?\r\n\r\n([\s\S]*)\r\n$/.exec(part) ?? [];
    if (name === undefined) return [];
    return [`-F ${quote(`${name}=${file === undefined ? value : `@${file}`}`)}`];
  });
}

function quote(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
