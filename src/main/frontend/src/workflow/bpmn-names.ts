/** The model with other names on its elements: what a diagram shows in English. */
export function withNames(xml: string, names: Record<string, string>): string {
  const model = new DOMParser().parseFromString(xml, 'text/xml');
  for (const element of model.querySelectorAll('[id]')) {
    const name = names[element.id];
    if (name) element.setAttribute('name', name);
  }
  return new XMLSerializer().serializeToString(model);
}
