import { act, at, call, h, mono, pretty, toast, when } from './dom.js';
import { resourceName, systemName } from './systems.js';
import { said, words } from './words.js';

const SIZE = 50;
/** Answers that need no reason. */
const MILD = ['complete', 'resume'];

const badge = (kind, text) => h('span', { className: `badge ${kind}` }, text);
const KINDS = {
  completed: 'good', active: 'good', done: 'good', Completed: 'good', delivered: 'good', yes: 'good', reserved: 'good', validated: 'good',
  failed: 'bad', rejected: 'bad', refused: 'bad', Failed: 'bad', conflict: 'bad', terminatedWithError: 'bad',
  held: 'note', partial: 'note',
  inProgress: 'busy', assessingCancellation: 'busy', waiting: 'busy', accepted: 'busy', InProgress: 'busy', duplicate: 'note',
};
const stateBadge = state => badge(KINDS[state] ?? 'plain', said('states', state));

/** @param columns [heading, cell of an item, class] */
function table(items, columns, onrow) {
  return h('div', { className: 'scroll' }, h('table', {},
    h('thead', {}, h('tr', {}, columns.map(([heading, , kind]) => h('th', { scope: 'col', className: kind ?? '' }, heading)))),
    h('tbody', {}, items.map(item => {
      const open = () => onrow?.(item);
      return h('tr', onrow ? { className: 'opens', tabIndex: 0, onclick: open, onkeydown: event => event.key === 'Enter' && event.target === event.currentTarget && open() } : {},
        columns.map(([, cell, kind]) => h('td', { className: kind ?? '' }, cell(item))));
    }))));
}

const empty = text => h('p', { className: 'empty' }, text);

function pager(list, filter, again) {
  const from = list.page * list.size;
  const to = Math.min(from + list.items.length, list.total);
  const go = page => { filter.page = page; again(); };
  return h('div', { className: 'pager' }, h('span', {}, words.page(from + 1, to, list.total)),
    h('button', { disabled: list.page === 0, onclick: () => go(list.page - 1) }, words.newer),
    h('button', { disabled: to >= list.total, onclick: () => go(list.page + 1) }, words.older));
}

function choose(label, value, options, changed) {
  const select = h('select', { 'aria-label': label, onchange: () => changed(select.value) },
    options.map(([key, text]) => h('option', { value: key, selected: key === value }, text)));
  return select;
}

/** The tabs: what each asks for, how it is filtered and shown. */
export function makeLists(systems, again) {
  const find = id => systems().find(system => system.id === id);
  const name = id => find(id) ? systemName(find(id)) : id;
  const resource = (id, word) => {
    const found = find(id)?.resources.find(one => one.name === word);
    return found ? resourceName(found) : word;
  };
  const operation = entry => {
    const [word, verb] = entry.operation.split('.');
    return h('span', { title: entry.operation }, said('verbs', verb) === verb ? entry.operation : `${said('verbs', verb)}${resource(entry.system, word)}`);
  };
  const systemFilter = filter => choose(words.system, filter.system ?? '',
    [['', words.allSystems], ...systems().map(system => [system.id, systemName(system)])],
    value => { filter.system = value; filter.page = 0; again(); });
  const query = filter => new URLSearchParams(Object.entries(filter).filter(([, value]) => value !== '' && value !== undefined && value !== null));

  const open = {
    label: words.tabOpen,
    filter: {},
    count: () => systems().reduce((sum, system) => sum + system.resources.reduce((all, one) => all + one.open, 0), 0),
    filters: () => [systemFilter(open.filter)],
    load: () => call('GET', '/open').then(items => items.filter(item => !open.filter.system || item.system === open.filter.system)),
    draw: items => {
      if (!items.length) return empty(words.emptyOpen);
      const waiting = items.filter(item => item.waits);
      return [
        h('div', { className: 'list-actions' }, h('button', {
          disabled: !waiting.length,
          onclick: () => act(async () => { for (const item of waiting) await reply(item, 'complete', ''); }, words.done).then(again),
        }, `${words.completeAll} (${waiting.length})`)),
        table(items, [
          [words.created, item => when(item.created), 'time'],
          [words.system, item => name(item.system)],
          [words.resource, item => resource(item.system, item.resource)],
          [words.id, item => mono(item.id)],
          [words.externalId, item => mono(item.externalId), 'wide'],
          [words.state, item => [stateBadge(item.state), ' ', h('small', {}, item.waits ? words.waits : words.goesOn)]],
          ['', item => item.says.map(answer => h('button', {
            className: answer === 'complete' || answer === 'resume' ? 'primary' : '',
            onclick: event => { event.stopPropagation(); askReason(item, answer, again); },
          }, words[answer])), 'actions'],
        ], item => showRecord(item.system, item.resource, item.id, again))];
    },
  };

  const ledger = {
    label: words.tabLedger,
    filter: { newest: true, size: SIZE, page: 0 },
    count: () => systems().reduce((sum, system) => sum + system.asked, 0),
    filters: () => {
      const text = h('input', {
        type: 'search', placeholder: words.search, 'aria-label': words.search, value: ledger.filter.externalId ?? '',
        onchange: () => { ledger.filter.externalId = text.value.trim(); ledger.filter.page = 0; again(); },
      });
      const reads = h('input', { type: 'checkbox', checked: Boolean(ledger.filter.reads), onchange: () => { ledger.filter.reads = reads.checked || undefined; ledger.filter.page = 0; again(); } });
      return [systemFilter(ledger.filter),
        choose(words.applied, ledger.filter.applied ?? '', [['', words.applied], ...Object.entries(words.appliedWords).filter(([word]) => word !== 'read')],
          value => { ledger.filter.applied = value; ledger.filter.page = 0; again(); }),
        text, h('label', {}, reads, words.reads)];
    },
    load: async () => {
      const found = await call('GET', `/ledger?${query(ledger.filter)}`);
      if (found.total || !ledger.filter.externalId) return found;
      return call('GET', `/ledger?${query({ ...ledger.filter, externalId: '', key: ledger.filter.externalId })}`);
    },
    draw: list => list.items.length ? [table(list.items, [
      [words.time, entry => when(entry.at), 'time'],
      [words.system, entry => name(entry.system)],
      [words.action, operation],
      [words.externalId, entry => mono(entry.externalId), 'wide'],
      [words.key, entry => mono(entry.idempotencyKey), 'wide'],
      [words.applied, entry => entry.applied ? badge(KINDS[entry.applied] ?? 'plain', said('appliedWords', entry.applied)) : '–'],
      [words.status, entry => entry.status === null ? h('small', {}, words.noAnswer) : String(entry.status), 'number'],
      [words.fault, entry => entry.fault ? badge('fault', said('faults', entry.fault)) : ''],
    ], entry => showArrival(entry)), pager(list, ledger.filter, again)]
      : empty(ledger.filter.system || ledger.filter.externalId || ledger.filter.applied ? words.emptyFiltered : words.emptyLedger),
  };

  const records = {
    label: words.tabRecords,
    filter: { system: 'eoms', resource: 'resourceOrder', size: SIZE, page: 0 },
    count: () => systems().reduce((sum, system) => sum + system.resources.reduce((all, one) => all + one.total, 0), 0),
    show: (system, word) => Object.assign(records.filter, { system, resource: word, state: '', page: 0 }),
    filters: () => {
      const here = find(records.filter.system)?.resources ?? [];
      const states = here.find(one => one.name === records.filter.resource)?.states ?? {};
      return [
        choose(words.system, records.filter.system, systems().map(system => [system.id, systemName(system)]),
          value => { records.show(value, find(value).resources[0].name); again(); }),
        choose(words.resource, records.filter.resource, here.map(one => [one.name, `${resourceName(one)} (${one.total})`]),
          value => { records.show(records.filter.system, value); again(); }),
        choose(words.state, records.filter.state ?? '', [['', words.state], ...Object.entries(states).map(([state, number]) => [state, `${said('states', state)} (${number})`])],
          value => { records.filter.state = value; records.filter.page = 0; again(); })];
    },
    load: () => {
      const { system, resource: word, ...rest } = records.filter;
      return call('GET', `/records/${system}/${word}?${query(rest)}`);
    },
    draw: list => list.items.length ? [table(list.items, [
      [words.created, record => when(record.changed), 'time'],
      [words.id, record => mono(record.id)],
      [words.externalIdOrName, record => record.externalId ? mono(record.externalId) : record.body.name ?? '–', 'wide'],
      [words.state, record => stateBadge(record.state)],
    ], record => showRecord(records.filter.system, records.filter.resource, record.id, again)), pager(list, records.filter, again)]
      : empty(records.filter.state ? words.emptyFiltered : words.emptyRecords),
  };

  const callbacks = {
    label: words.tabCallbacks,
    filter: { size: SIZE, page: 0 },
    count: () => systems().reduce((sum, system) => sum + system.untold, 0),
    filters: () => [systemFilter(callbacks.filter),
      choose(words.state, callbacks.filter.state ?? '', [['', words.state], ...Object.entries(words.callbackWords)],
        value => { callbacks.filter.state = value; callbacks.filter.page = 0; again(); })],
    load: () => call('GET', `/callbacks?${query(callbacks.filter)}`),
    draw: list => list.items.length ? [table(list.items, [
      [words.time, callback => when(callback.created), 'time'],
      [words.system, callback => name(callback.system)],
      [words.event, callback => h('span', { title: callback.eventType }, resource(callback.system, callback.resource), ' ', stateBadge(told(callback)))],
      [words.id, callback => mono(callback.recordId)],
      [words.state, callback => badge(KINDS[callback.state], said('callbackWords', callback.state))],
      [words.attempts, callback => callback.copies > 1 ? `${callback.attempts} × ${callback.copies}` : String(callback.attempts), 'number'],
      [words.result, callback => h('span', { title: callback.result ?? '' }, callback.result ?? '–'), 'wide'],
    ], callback => showText(`${words.body} · ${callback.eventType}`, callback.body)), pager(list, callbacks.filter, again)]
      : empty(callbacks.filter.system || callbacks.filter.state ? words.emptyFiltered : words.emptyCallbacks),
  };

  return { open, ledger, records, callbacks };
}

function told(callback) {
  const resource = Object.values(JSON.parse(callback.body).event)[0];
  return resource.state ?? resource.reservationState ?? '';
}

const reply = (item, answer, reason) => call('POST', `/answers/${item.system}/${item.resource}/${item.id}`, { answer, reason });

/** @param submit what the button of type submit does; it closes the dialog when that went well */
function dialog(title, content, buttons, submit) {
  const box = at('dialog');
  const form = h('form', { method: 'dialog' }, h('h2', {}, title), content, h('div', { className: 'buttons' }, buttons));
  if (submit) {
    form.addEventListener('submit', async event => {
      event.preventDefault();
      if (await submit()) box.close();
    });
  }
  box.replaceChildren(form);
  box.showModal();
}

const closing = text => h('button', { type: 'button', onclick: () => at('dialog').close() }, text);

function askReason(item, answer, again) {
  const reason = h('input', { type: 'text', value: MILD.includes(answer) ? '' : words.reasonHint[answer], placeholder: words.reasonHint[answer] });
  dialog(`${words[answer]} · ${item.id}`,
    h('label', { className: 'stacked' }, words.reasonFor[answer], reason),
    [closing(words.cancel), h('button', { type: 'submit', className: MILD.includes(answer) ? 'primary' : 'danger' }, words[answer])],
    () => act(() => reply(item, answer, reason.value), words.done).finally(again));
  reason.select();
}

function showText(title, text) {
  dialog(title, h('pre', { tabIndex: 0 }, text ? pretty(text) : words.emptyBody), [
    h('button', { type: 'button', onclick: () => navigator.clipboard.writeText(pretty(text)).then(() => toast(words.copied)) }, words.copy),
    closing(words.close)]);
}

async function showArrival(entry) {
  await act(async () => {
    const { method, path, body } = await call('GET', `/ledger/${entry.id}`);
    showText(`${method} ${path}`, body);
  });
}

async function showRecord(system, resource, id, again) {
  await act(async () => {
    const record = await call('GET', `/records/${system}/${resource}/${id}`);
    const change = h('textarea', { rows: 3, placeholder: '{ "priority": 1 }', spellcheck: false, 'aria-label': words.changeBehind });
    dialog(`${words.record} · ${id}`, h('div', {},
      h('pre', { tabIndex: 0 }, JSON.stringify(record.body, null, 2)),
      h('details', {}, h('summary', {}, words.changeBehind), h('p', { className: 'hint' }, words.changeHint), change,
        h('button', { type: 'submit', className: 'danger' }, words.change))),
    [closing(words.close)],
    () => act(() => call('POST', `/records/${system}/${resource}/${id}`, parsed(change.value)), words.changed).finally(again));
  });
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    throw new Error(words.notJson);
  }
}
