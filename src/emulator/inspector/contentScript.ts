/** The part of the page's script that shows headers and bodies of a request, once somebody opens it. */
export const contentScript = `
async function showContent(one, place) {
  const note = part('p', 'Loading…', place, 'quiet');
  try {
    const reply = await fetch('requests/' + one.number);
    if (!reply.ok) {
      note.textContent = one.isKept ? 'Its headers and bodies are not kept any more.'
        : 'Its headers and bodies were not kept. Switch "Keep bodies" on, and send it again.';
      return;
    }
    const content = await reply.json();
    note.remove();
    drawSide('Request', one.method + ' ' + content.address, content.request, place);
    drawSide('Answer', String(one.status), content.reply, place);
    const copy = part('button', 'Copy as text', place);
    copy.type = 'button';
    copy.addEventListener('click', () => copyText(textOf(one, content), copy));
  } catch {
    note.textContent = 'The emulator does not answer.';
  }
}
function drawSide(title, line, side, place) {
  part('h2', title, place);
  part('code', line, place);
  if (side.body.text !== '') {
    const text = part('pre', side.body.text, place);
    text.tabIndex = 0;
    text.setAttribute('role', 'region');
    text.setAttribute('aria-label', 'Body of the ' + title.toLowerCase());
  }
  const said = bodyWords(side.body);
  if (said) part('p', said, place, 'quiet');
  const headers = Object.entries(side.headers);
  if (headers.length > 0) {
    const lines = part('dl', '', place);
    lines.setAttribute('aria-label', 'Headers of the ' + title.toLowerCase());
    for (const [name, value] of headers) {
      part('dt', name, lines);
      part('dd', value, lines);
    }
  }
}
function bodyWords({ kind, size, leftOut }) {
  const bytes = (count) => count.toLocaleString('en') + (count === 1 ? ' byte' : ' bytes');
  if (kind === 'empty') return 'No body.';
  if (kind === 'binary') return 'No text: ' + bytes(size) + '.';
  if (kind === 'withheld') return 'Not shown, since nobody can say what of it is a secret: ' + bytes(size) + '.';
  return leftOut > 0 ? 'The beginning of ' + bytes(size) + '. Not kept: ' + bytes(leftOut) + '.' : '';
}
function textOf({ method, status }, { address, request, reply }) {
  const side = (line, { headers, body }) =>
    [line, ...Object.entries(headers).map(([name, value]) => name + ': ' + value), '', body.text, bodyWords(body) && '(' + bodyWords(body) + ')']
      .join('\\n').trimEnd();
  return side(method + ' ' + address, request) + '\\n\\n' + side(String(status), reply) + '\\n';
}
async function copyText(text, button) {
  let isCopied = true;
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    // Pages that are neither of this machine nor over TLS have no clipboard of that kind.
    const area = part('textarea', text, document.body);
    area.select();
    isCopied = document.execCommand('copy');
    area.remove();
    button.focus();
  }
  button.textContent = isCopied ? 'Copied' : 'Not copied: select the text instead';
  setTimeout(() => { button.textContent = 'Copy as text'; }, 2000);
}
`;
