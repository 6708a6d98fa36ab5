import { queryOptions } from '@tanstack/react-query';
import { api } from '../api/client';
import type { Absence, Absentee, Page, Presence, ProcessRow, TaskPerson, TaskReason } from '../api/types';

export const presenceQuery = queryOptions({
  queryKey: ['presence'],
  queryFn: ({ signal }) => api.get<Presence>('/api/me/presence', undefined, { signal }),
  staleTime: 60_000,
});

export const absencesQuery = queryOptions({
  queryKey: ['absences'],
  queryFn: ({ signal }) => api.get<Absence[]>('/api/substitutions', undefined, { signal }),
});

export const absenteesQuery = queryOptions({
  queryKey: ['absences', 'people'],
  queryFn: ({ signal }) => api.get<Absentee[]>('/api/substitutions/people', undefined, { signal }),
});

export const processesQuery = queryOptions({
  queryKey: ['processes'],
  queryFn: ({ signal }) => api.get<ProcessRow[]>('/api/processes', undefined, { signal }),
  staleTime: 300_000,
});

export const colleaguesQuery = (q: string) =>
  queryOptions({
    queryKey: ['colleagues', q],
    queryFn: ({ signal }) => api.get<Page<TaskPerson>>('/api/people', { q, size: 30 }, { signal }),
  });

export const reasonsQuery = (taskId: string) =>
  queryOptions({
    queryKey: ['tasks', taskId, 'why'],
    queryFn: ({ signal }) => api.get<TaskReason[]>(`/api/tasks/${taskId}/why`, undefined, { signal }),
  });
