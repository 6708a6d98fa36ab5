import type { KeptFilter, TaskView } from '../../api/types';

/** What narrows a list of tasks, as it stands in the address. */
export const CONDITIONS = ['process', 'q', 'customer', 'due', 'sort'] as const;
export type Conditions = Partial<Record<(typeof CONDITIONS)[number], string>>;

export function conditionsOf(params: URLSearchParams): Conditions {
  return Object.fromEntries(
    CONDITIONS.flatMap((name) => {
      const value = params.get(name);
      return value ? [[name, value]] : [];
    }),
  );
}

export function addressOf({ view, ...filter }: Pick<KeptFilter, 'view' | keyof Conditions>): string {
  const query = new URLSearchParams(
    CONDITIONS.flatMap((name) => (filter[name] ? [[name, filter[name]!]] : [])),
  ).toString();
  return `/inbox/${view}${query ? `?${query}` : ''}`;
}

/** Whether the list as it stands is what this filter shows. */
export function isShown(filter: KeptFilter, view: TaskView, conditions: Conditions): boolean {
  return (
    filter.view === view && CONDITIONS.every((name) => (filter[name] ?? '') === (conditions[name] ?? ''))
  );
}
