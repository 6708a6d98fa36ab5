interface Component {
  label?: string;
  text?: string;
  /** What form-js shows of a date instead of its label. */
  dateLabel?: string;
  description?: string;
  /** Of a component: its English words. */
  properties?: { en?: string; enDescription?: string };
  values?: { label: string; value: string; en?: string }[];
  components?: Component[];
  [key: string]: unknown;
}

/**
 * The form in English. A .form file is written in Chinese and carries its English beside it: in the properties of each
 * component (en, enDescription) and in each option (en).
 */
export function inEnglish<T extends object>(schema: T): T {
  return translate(schema as Component) as T;
}

function translate(component: Component): Component {
  const { en, enDescription } = component.properties ?? {};
  const copy: Component = { ...component };
  if (en) copy[component.text !== undefined ? 'text' : 'label'] = en;
  if (en && component.dateLabel !== undefined) copy.dateLabel = en;
  if (enDescription) copy.description = enDescription;
  if (component.values)
    copy.values = component.values.map((option) => ({ ...option, label: option.en ?? option.label }));
  if (component.components) copy.components = component.components.map(translate);
  return copy;
}
