import { queryOptions } from '@tanstack/react-query';
import { api } from '../../api/client';
import type { DeployedProcess, FilterGroup, KeptFilter } from '../../api/types';

/** Among the 'tasks': what changes a task changes the numbers beside the filters. */
export const filtersQuery = queryOptions({
  queryKey: ['tasks', 'filters'],
  queryFn: ({ signal }) => api.get<KeptFilter[]>('/api/task-filters', undefined, { signal }),
});

export const groupsQuery = queryOptions({
  queryKey: ['filter-groups'],
  queryFn: ({ signal }) => api.get<FilterGroup[]>('/api/task-filters/groups', undefined, { signal }),
  staleTime: 600_000,
});

export const processesQuery = queryOptions({
  queryKey: ['processes'],
  queryFn: ({ signal }) => api.get<DeployedProcess[]>('/api/processes', undefined, { signal }),
  staleTime: 600_000,
});
