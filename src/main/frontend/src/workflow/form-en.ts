interface Component {
  label?: string;
  text?: string;
  description?: string;
  properties?: Record<string, string>;
  validate?: Record<string, unknown>;
  values?: { label: string; value: string }[];
  components?: Component[];
  [key: string]: unknown;
}

/**
 * The form in English. A .form file is written in Chinese and carries its English beside it, in the custom properties
 * of each component: en (label or text), en.description, and en.<value> for each option.
 */
export function inEnglish<T extends object>(schema: T): T {
  return translate(schema as Component) as T;
}

function translate(component: Component): Component {
  const english = component.properties ?? {};
  const copy: Component = { ...component };
  if (english.en) copy[component.text !== undefined ? 'text' : 'label'] = english.en;
  if (english['en.description']) copy.description = english['en.description'];
  if (component.values) {
    copy.values = component.values.map((option) => ({
      ...option,
      label: english[`en.${option.value}`] ?? option.label,
    }));
  }
  if (component.components) copy.components = component.components.map(translate);
  return copy;
}
