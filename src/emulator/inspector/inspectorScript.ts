import { controlHeader } from '../controlHeader';
import { contentScript } from './contentScript';
import { mostContentBytes } from './contentStore';
import { mostLogged } from './requestLog';
import { mostOfBody } from './takeContent';

/**
 * Runs in the page. All that it shows is text: nothing of a request is ever markup. A row that is there is never drawn
 * anew, so that what is open, focused or selected in it stays so.
 */
export const inspectorScript = `
const list = document.getElementById('requests');
const count = document.getElementById('count');
const search = document.getElementById('search');
const keep = document.getElementById('keep');
const besides = document.getElementById('besides');
const rows = new Map();
let newest = 0;
let isFirst = true;
// Of the switch: what was asked before it moved tells nothing of it any more.
let moves = 0;
document.querySelector('form').addEventListener('submit', (event) => event.preventDefault());
search.addEventListener('input', filter);
keep.addEventListener('change', async () => {
  const wanted = keep.checked;
  moves += 1;
  try {
    const reply = await fetch('requests/bodies', { method: 'POST', body: JSON.stringify({ keep: wanted }),
      headers: { '${controlHeader}': '1', 'content-type': 'application/json' } });
    if (!reply.ok) throw new Error();
    tellKept(wanted);
  } catch {
    keep.checked = !wanted;
    say(document.getElementById('kept'), 'The emulator did not do so.');
  }
  moves += 1;
});
${contentScript}
function say(element, text) {
  if (element.textContent !== text) element.textContent = text;
}
function part(name, text, parent, kind) {
  const element = document.createElement(name);
  element.textContent = text;
  if (kind) element.className = kind;
  parent.append(element);
  return element;
}
function wordsOf(one) {
  return [one.method, one.path, one.status, ...one.operations, ...one.failures.map((failure) => failure.id + ' ' + failure.meaning),
    ...one.undocumented, one.fault, ...one.illustrative].join(' ').toLowerCase();
}
function rowOf(one) {
  const row = document.createElement('li');
  const details = part('details', '', row);
  const summary = part('summary', '', details);
  part('time', one.at.slice(11, 23), summary, 'quiet');
  part('span', String(one.status), summary, one.status >= 400 ? 'status refused' : 'status');
  part('code', one.method + ' ' + one.path, summary);
  const more = (text) => part('span', text, summary, 'more');
  for (const failure of one.failures) more('Refused by ' + failure.id + (failure.meaning ? ': ' + failure.meaning : ''));
  if (one.undocumented.length) more('Refused by a strict emulator, since no source has it: ' + one.undocumented.join(', '));
  if (one.fault) more('A fault that you set: ' + one.fault);
  if (one.isAbsent) more('The API has this call; the emulator does not.');
  if (one.illustrative.length) more('Made up, since no source gives it: ' + one.illustrative.join(', '));
  more([one.operations.join(', '), one.requestBytes + ' bytes', one.durationMs + ' ms'].filter(Boolean).join(' · '));
  const content = part('div', '', details, 'content');
  details.addEventListener('toggle', () => {
    if (details.open && content.childElementCount === 0) showContent(one, content);
  });
  return { row, words: wordsOf(one) };
}
function filter() {
  const words = search.value.trim().toLowerCase().split(/\\s+/);
  let shown = 0;
  for (const one of rows.values()) {
    one.row.hidden = !words.every((word) => one.words.includes(word));
    if (!one.row.hidden) shown += 1;
  }
  say(count, rows.size === 0 ? 'Nothing has been asked yet.' : shown + ' of ' + rows.size + (rows.size === 1 ? ' request' : ' requests'));
}
function drop(number) {
  rows.get(number).row.remove();
  rows.delete(number);
}
function take(log) {
  // Another emulator answers there now.
  if (log.newest < newest) for (const number of [...rows.keys()]) drop(number);
  for (const number of [...rows.keys()]) if (number <= Math.max(log.forgotten, log.newest - ${mostLogged})) drop(number);
  const isReplaced = log.newest < newest;
  newest = isReplaced ? 0 : log.newest;
  for (const one of isReplaced ? [] : log.requests.toReversed()) {
    const made = rowOf(one);
    rows.set(one.number, made);
    list.prepend(made.row);
  }
  filter();
}
function tellKept(isKept) {
  keep.checked = isKept;
  say(document.getElementById('kept'), isKept
    ? 'Queries, headers and bodies of what comes now are kept until the emulator starts over, with secrets masked: ${mostOfBody / 1000} kB of each body, '
      + '${mostContentBytes / 1_000_000} MB of all emulators. Whoever reaches this address can read them.'
    : 'Queries, headers and bodies are not kept. To see why a request is refused, switch it on and send the request again.');
}
function tellBesides(faults, failed) {
  const told = [
    ...faults.map(({ operation, times, seed, ...one }) => 'A fault waits for ' + (operation || 'any call that needs a token') + ': '
      + Object.entries(one).map(([name, value]) => name + ' ' + value).join(', ') + ' (' + times + (times === 1 ? ' call' : ' calls') + ')'),
    ...failed.slice(0, 20).map((one) => {
      const last = one.attempts.at(-1) || {};
      const why = one.reason || (last.status ? 'the last was answered ' + last.status : last.reason) || '';
      const attempts = one.attempts.length === 1 ? '1 attempt' : one.attempts.length + ' attempts';
      return (one.event || 'An event') + ' to ' + one.to.split('?')[0] + ' was given up after ' + attempts + (why && ': ' + why);
    }),
  ];
  const items = besides.querySelector('ul');
  if (items.dataset.told === told.join('\\n')) return;
  items.dataset.told = told.join('\\n');
  items.replaceChildren();
  for (const text of told) part('li', text, items);
  besides.hidden = told.length === 0;
}
async function read(address) {
  return (await fetch(address)).json();
}
async function load() {
  const moved = moves;
  try {
    const [log, { faults }, { deliveries }] =
      await Promise.all([read('requests?after=' + newest), read('faults'), read('deliveries?state=failed')]);
    if (isFirst || log.newest !== newest || log.forgotten >= Math.min(...rows.keys())) take(log);
    if (moved === moves && (isFirst || keep.checked !== log.keepsBodies)) tellKept(log.keepsBodies);
    tellBesides(faults, deliveries);
    if (rows.size > 0 || isFirst) filter();
    isFirst = false;
  } catch {
    say(count, 'The emulator does not answer.');
  }
  setTimeout(load, 1000);
}
load();
`;
