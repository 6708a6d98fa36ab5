/** Makes an element; text is always text, never markup. */
export function h(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else if (name in element && name !== 'list') element[name] = value;
    else element.setAttribute(name, value);
  }
  element.append(...children.flat().filter(child => child !== null && child !== undefined && child !== false));
  return element;
}

export const at = id => document.getElementById(id);

/** Redraws only what has changed, so that nothing moves away under the pointer. */
export function redraw(element, shown, draw) {
  const fingerprint = JSON.stringify(shown);
  if (element.dataset.shown !== fingerprint) {
    element.dataset.shown = fingerprint;
    element.replaceChildren(...[draw()].flat());
  }
}

let hiding;

export function toast(text, wrong = false) {
  const box = at('toast');
  box.textContent = text;
  box.classList.toggle('wrong', wrong);
  box.hidden = false;
  clearTimeout(hiding);
  hiding = setTimeout(() => { box.hidden = true; }, 3500);
}

export async function call(method, path, body) {
  const response = await fetch(path, {
    method,
    headers: body === undefined ? {} : { 'Content-Type': 'application/json' },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  const text = await response.text();
  const json = text ? JSON.parse(text) : null;
  if (!response.ok) throw new Error(json?.message ?? `HTTP ${response.status}`);
  return json;
}

/** Does what a button says, and tells how it went. */
export async function act(work, success) {
  try {
    await work();
    if (success) toast(success);
    return true;
  } catch (failure) {
    toast(failure.message, true);
    return false;
  }
}

const clock = new Intl.DateTimeFormat('zh-CN', { hour: '2-digit', minute: '2-digit', second: '2-digit', hour12: false });
const calendar = new Intl.DateTimeFormat('zh-CN', { month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', second: '2-digit', hour12: false });

export function when(text) {
  const date = new Date(text);
  const today = date.toDateString() === new Date().toDateString();
  return h('time', { dateTime: text, title: date.toLocaleString() }, (today ? clock : calendar).format(date));
}

export const mono = text => h('span', { className: 'mono', title: text ?? '' }, text ?? '–');

export function pretty(text) {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}
