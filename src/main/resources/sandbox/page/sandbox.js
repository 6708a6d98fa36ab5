import { at, call, h, redraw } from './dom.js';
import { makeLists } from './lists.js';
import { drawSystems, healAll } from './systems.js';
import { language, words } from './words.js';

const EVERY_MS = 2000;

let systems = [];
let modes = [];
let chosen = location.hash.slice(1) || 'ledger';
const lists = makeLists(() => systems, () => refresh());
if (!lists[chosen]) chosen = 'ledger';

function drawTabs() {
  redraw(at('tabs'), [chosen, Object.values(lists).map(list => list.count())], () => Object.entries(lists).map(([name, list]) =>
    h('button', { role: 'tab', id: `tab-${name}`, 'aria-selected': String(name === chosen), onclick: () => choose(name) },
      list.label, h('span', { className: 'count' }, String(list.count())))));
}

function choose(name) {
  chosen = name;
  history.replaceState(null, '', `${location.search}#${name}`);
  at('filters').dataset.shown = '';
  refresh();
}

function openRecords(system, resource) {
  lists.records.show(system, resource);
  choose('records');
}

let running = null;
let wanted = false;

/** One refresh at a time; who asks meanwhile gets another one right after. */
function refresh() {
  if (running) {
    wanted = true;
    return running;
  }
  running = load().finally(() => {
    running = null;
    if (wanted) {
      wanted = false;
      refresh();
    }
  });
  return running;
}

async function load() {
  try {
    if (!modes.length) modes = await call('GET', '/faults/modes');
    systems = await call('GET', '/systems');
    drawSystems(systems, modes, openRecords, refresh);
    drawTabs();
    const list = lists[chosen];
    if (!at('filters').contains(document.activeElement) || at('filters').dataset.tab !== chosen) {
      redraw(at('filters'), [chosen, list.filter, systems.map(system => system.resources)], () => list.filters());
      at('filters').dataset.tab = chosen;
    }
    const shown = await list.load();
    redraw(at('content'), [chosen, shown], () => list.draw(shown));
    live(true);
  } catch {
    live(false);
  }
}

function live(well) {
  at('live').textContent = well ? words.live : words.paused;
  at('live').classList.toggle('lost', !well);
}

document.documentElement.lang = language.current === 'en' ? 'en' : 'zh-CN';
document.title = words.title;
document.querySelectorAll('[data-t]').forEach(element => { element.textContent = words[element.dataset.t]; });
at('language').textContent = words.language;
at('language').addEventListener('click', () => language.toggle());
at('heal-all').addEventListener('click', () => healAll(refresh));
refresh();
setInterval(() => { if (!document.hidden) refresh(); }, EVERY_MS);
