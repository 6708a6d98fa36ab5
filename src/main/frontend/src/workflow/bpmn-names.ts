/** Chinese labels are narrow: room for the longest English word, about the same middle. */
function widen(bounds: Element, name: string) {
  const longest = Math.max(...name.split(/\s+/).map((word) => word.length));
  const width = Number(bounds.getAttribute('width'));
  const needed = Math.max(width, Math.min(name.length, Math.max(longest, 12)) * 6.5 + 10);
  bounds.setAttribute('x', String(Number(bounds.getAttribute('x')) - (needed - width) / 2));
  bounds.setAttribute('width', String(needed));
}

/** The model with other names on its elements: what a diagram shows in English. */
export function withNames(xml: string, names: Record<string, string>): string {
  const model = new DOMParser().parseFromString(xml, 'text/xml');
  for (const element of model.querySelectorAll('[id]')) {
    const name = names[element.id];
    if (name) element.setAttribute('name', name);
  }
  for (const label of model.getElementsByTagNameNS('*', 'BPMNLabel')) {
    const shape = label.parentElement?.getAttribute('bpmnElement') ?? '';
    const bounds = label.getElementsByTagNameNS('*', 'Bounds')[0];
    if (names[shape] && bounds) widen(bounds, names[shape]);
  }
  return new XMLSerializer().serializeToString(model);
}

/** The name an element has in the model. */
export function nameIn(xml: string, id: string): string | undefined {
  const tag = xml.match(new RegExp(`<[^<>]*\\sid="${id}"[^<>]*>`))?.[0];
  return tag?.match(/\sname="([^"]*)"/)?.[1];
}
