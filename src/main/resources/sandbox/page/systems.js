import { act, at, call, h, redraw, toast } from './dom.js';
import { language, said, words } from './words.js';

const english = language.current === 'en';
const cards = new Map();

export const systemName = system => english ? system.nameEn : system.name;
export const resourceName = resource => english ? resource.labelEn : resource.label;

/** One card per system, made once; later only its figures change. */
export function drawSystems(systems, modes, open, refresh) {
  for (const system of systems) {
    if (!cards.has(system.id)) {
      const card = makeCard(system, modes, refresh);
      cards.set(system.id, card);
      at('systems').append(card.element);
    }
    cards.get(system.id).show(system, open);
  }
  at('heal-all').disabled = systems.every(system => system.faults.length === 0);
}

function makeCard(system, modes, refresh) {
  const health = h('span', { className: 'health' });
  const figures = h('dl', { className: 'figures' });
  const resources = h('div', { className: 'chips' });
  const behaviour = makeBehaviour(system, refresh);
  const active = h('ul', { className: 'active-faults' });
  const element = h('article', { className: 'card' },
    h('div', { className: 'card-head' }, h('h2', {}, systemName(system), h('code', {}, system.id)), health),
    figures, resources,
    h('div', { className: 'row' }, h('span', { className: 'row-name' }, words.answers), behaviour.element),
    system.id === 'first-level' && makeSender(refresh),
    system.id === 'crm' && makeLeadSender(),
    makeBreaker(system, modes, refresh),
    active);
  return {
    element,
    show(now, open) {
      element.classList.toggle('broken', now.faults.length > 0);
      health.textContent = now.faults.length ? `⚠ ${words.broken}` : `● ${words.healthy}`;
      redraw(figures, [now.asked, now.resources, now.untold], () => [
        figure(words.asked, now.asked),
        figure(words.open, now.resources.reduce((sum, resource) => sum + resource.open, 0)),
        figure(words.untold, now.untold)]);
      redraw(resources, now.resources, () => now.resources.map(resource =>
        h('button', { className: 'chip', onclick: () => open(now.id, resource.name) },
          resourceName(resource), h('b', {}, String(resource.total)))));
      behaviour.show(now.behaviour);
      redraw(active, now.faults, () => now.faults.map(fault => activeFault(fault, refresh)));
    },
  };
}

const figure = (name, value) => h('div', {}, h('dt', {}, name), h('dd', {}, String(value)));

function makeBehaviour(system, refresh) {
  const set = change => act(() => call('PUT', `/behaviour/${system.id}`, change), words.saved).then(refresh);
  const after = h('input', {
    type: 'number', min: 0, max: 86400000, step: 100, 'aria-label': words.afterHint,
    onchange: () => set({ answerAfterMs: Number(after.value) }),
  });
  const manual = h('input', { type: 'checkbox', onchange: () => set({ manual: manual.checked }) });
  const monitor = h('input', { type: 'checkbox', onchange: () => set({ monitor: monitor.checked }) });
  const hasMonitor = system.resources.some(resource => resource.name === 'monitor');
  return {
    element: h('div', { className: 'controls' },
      h('label', { title: words.afterHint }, after, words.after),
      h('label', { title: words.manualHint }, manual, words.manual),
      hasMonitor && h('label', { title: words.monitorHint }, monitor, words.monitor)),
    show(behaviour) {
      if (document.activeElement !== after) after.value = behaviour.answerAfterMs;
      after.disabled = behaviour.manual;
      manual.checked = behaviour.manual;
      monitor.checked = behaviour.monitor;
    },
  };
}

/** The first level has something opened in the province. */
function makeSender(refresh) {
  const api = h('select', { 'aria-label': 'API' },
    [['productOrdering', 'TMF622'], ['serviceOrdering', 'TMF641']].map(([value, text]) => h('option', { value }, text)));
  const product = h('input', { value: 'cross-province-line', 'aria-label': words.product, title: words.product });
  const customer = h('input', { value: 'C320100002', 'aria-label': words.customer, title: words.customer });
  const send = () => act(async () => {
    const sent = await call('POST', '/first-level/orders', { api: api.value, product: product.value.trim(), customer: customer.value.trim() });
    toast(words.sentDown(sent.id));
  }).then(refresh);
  return h('details', {}, h('summary', { title: words.sendDownHint }, words.sendDownName), h('div', { className: 'more' },
    h('label', {}, words.product, product), h('label', {}, words.customer, customer),
    h('label', {}, 'API', api), h('button', { className: 'primary', title: words.sendDownHint, onclick: send }, words.sendDown)));
}

/** The CRM, or a system that has no card here, has heard of an opportunity. */
function makeLeadSender() {
  const from = h('select', { 'aria-label': words.from },
    Object.entries(words.fromNames).map(([value, text]) => h('option', { value }, text)));
  const customer = h('input', { value: 'C320100002', 'aria-label': words.customer, title: words.customer });
  const name = h('input', { value: words.leadExample, 'aria-label': words.lead, title: words.lead, maxLength: 100 });
  const send = () => act(async () => {
    const sent = await call('POST', '/leads', { from: from.value, customer: customer.value.trim(), name: name.value.trim(), product: 'leased-line', revenue: 36000 });
    toast(words.leadSent(sent.id));
  });
  return h('details', {}, h('summary', { title: words.sendLeadHint }, words.sendLeadName), h('div', { className: 'more' },
    h('label', {}, words.from, from), h('label', {}, words.customer, customer),
    h('label', {}, words.lead, name), h('button', { className: 'primary', title: words.sendLeadHint, onclick: send }, words.sendLead)));
}

function makeBreaker(system, modes, refresh) {
  const mode = h('select', { 'aria-label': words.fault },
    modes.filter(word => word !== 'ok').map(word => h('option', { value: word }, said('faults', word))));
  mode.value = 'timeout-after';
  const times = h('input', { type: 'number', min: 1, value: 1, placeholder: '∞', 'aria-label': words.timesHint });
  const delay = h('input', { type: 'number', min: 0, max: 600000, step: 500, placeholder: '0' });
  const probability = h('input', { type: 'number', min: 0.05, max: 1, step: 0.05, value: 1 });
  const operation = h('select', {}, h('option', { value: '' }, words.anyOperation),
    system.resources.flatMap(resource => resource.operations).map(word => h('option', { value: word }, word)));
  const containing = h('input', { placeholder: words.containingHint, maxLength: 100 });
  const set = () => act(() => call('PUT', `/faults/${system.id}`, {
    mode: mode.value,
    times: times.value === '' ? null : Number(times.value),
    delayMs: Number(delay.value || 0),
    probability: Number(probability.value || 1),
    operation: operation.value || null,
    containing: containing.value || null,
  }), words.broke).then(refresh);
  return h('div', { className: 'breaker' },
    h('div', { className: 'row' },
      h('div', { className: 'controls' }, mode, h('label', { title: words.timesHint }, '×', times), h('button', { className: 'danger', onclick: set }, words.break))),
    h('details', {}, h('summary', {}, words.more), h('div', { className: 'more' },
      h('label', {}, words.delayMs, delay), h('label', {}, words.probability, probability), h('label', {}, words.operation, operation), h('label', {}, words.containing, containing))));
}

function activeFault(fault, refresh) {
  const left = fault.times === null ? words.leftForever : words.left(fault.times);
  const parts = [said('faults', fault.mode), fault.operation, fault.containing, left, fault.probability < 1 ? `p=${fault.probability}` : null];
  return h('li', {}, h('span', {}, '⚠ ', parts.filter(Boolean).join(' · ')),
    h('button', {
      onclick: () => act(() => fault.operation
        ? call('PUT', `/faults/${fault.system}`, { mode: 'ok', operation: fault.operation })
        : call('DELETE', `/faults/${fault.system}`), words.healed).then(refresh),
    }, words.heal));
}

export function healAll(refresh) {
  call('DELETE', '/faults').then(() => toast(words.healed), failure => toast(failure.message, true)).then(refresh);
}
