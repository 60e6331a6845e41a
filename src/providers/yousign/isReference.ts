/** Whether a text holds `{{name}}`: what it stands for is only known when the request is sent. */
export function isReference(text: string | undefined): boolean {
  return text?.includes('{{') ?? false;
}
