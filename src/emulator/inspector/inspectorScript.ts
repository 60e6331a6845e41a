/** Runs in the page. All that it shows is text: nothing of a request is ever markup. */
export const inspectorScript = `
const list = document.getElementById('requests');
const count = document.getElementById('count');
const search = document.getElementById('search');
let all = [];
document.querySelector('form').addEventListener('submit', (event) => event.preventDefault());
search.addEventListener('input', draw);
function part(name, text, parent, kind) {
  const element = document.createElement(name);
  element.textContent = text;
  if (kind) element.className = kind;
  parent.append(element);
}
function wordsOf(one) {
  return [one.method, one.path, one.status, ...one.operations, ...one.failures.map((failure) => failure.id + ' ' + failure.meaning),
    ...one.undocumented, one.fault, ...one.illustrative].join(' ').toLowerCase();
}
function draw() {
  const words = search.value.trim().toLowerCase().split(/\\s+/);
  const shown = all.filter((one) => words.every((word) => wordsOf(one).includes(word)));
  list.replaceChildren(...shown.map((one) => {
    const row = document.createElement('li');
    part('time', one.at.slice(11, 23), row, 'quiet');
    part('span', String(one.status), row, one.status >= 400 ? 'status refused' : 'status');
    part('code', one.method + ' ' + one.path, row);
    for (const failure of one.failures) part('span', 'Refused by ' + failure.id + ': ' + failure.meaning, row, 'more');
    if (one.undocumented.length) part('span', 'Refused by a strict emulator, since no source has it: ' + one.undocumented.join(', '), row, 'more');
    if (one.fault) part('span', 'A fault that you set: ' + one.fault, row, 'more');
    if (one.isAbsent) part('span', 'The API has this call; the emulator does not.', row, 'more');
    if (one.illustrative.length) part('span', 'Made up, since no source gives it: ' + one.illustrative.join(', '), row, 'more');
    part('span', [one.operations.join(', '), one.requestBytes + ' bytes', one.durationMs + ' ms'].filter(Boolean).join(' · '),
      row, 'more');
    return row;
  }));
  const said = all.length === 0 ? 'Nothing has been asked yet.' : shown.length + ' of ' + all.length + ' requests';
  if (count.textContent !== said) count.textContent = said;
}
async function load() {
  try {
    const reply = await fetch('requests?after=' + (all[0] ? all[0].number : 0));
    const news = (await reply.json()).requests;
    if (news.length > 0 || count.textContent === 'Loading…') {
      all = [...news, ...all].slice(0, 500);
      draw();
    }
  } catch {
    count.textContent = 'The emulator does not answer.';
  }
  setTimeout(load, 1000);
}
load();
`;
