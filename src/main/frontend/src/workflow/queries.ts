import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, type Query } from '../api/client';
import type {
  Attachment,
  Diagram,
  Opinion,
  Page,
  Task,
  TaskAction,
  TaskComment,
  TaskCounts,
  TaskDraft,
  TaskForm,
  TimelineEntry,
} from '../api/types';

const PAGE_SIZE = 50;

/** How often a task that nobody touches is asked for: by then other working hours may have begun. */
export const NEXT_HOURS = 600_000;

export const tasksQuery = (query: Query) =>
  infiniteQueryOptions({
    queryKey: ['tasks', 'list', query],
    queryFn: ({ signal, pageParam }) =>
      api.get<Page<Task>>('/api/tasks', { ...query, page: pageParam, size: PAGE_SIZE }, { signal }),
    initialPageParam: 0,
    getNextPageParam: (last) => ((last.page + 1) * last.size < last.total ? last.page + 1 : undefined),
  });

export const taskCountsQuery = queryOptions({
  queryKey: ['tasks', 'counts'],
  queryFn: ({ signal }) => api.get<TaskCounts>('/api/tasks/counts', undefined, { signal }),
});

export const taskQuery = (id: string) =>
  queryOptions({
    queryKey: ['tasks', id],
    queryFn: ({ signal }) => api.get<Task>(`/api/tasks/${id}`, undefined, { signal }),
  });

/** Not among the 'tasks' that live events renew: what is being typed must not be replaced. */
export const taskFormQuery = (id: string) =>
  queryOptions({
    queryKey: ['task-form', id],
    queryFn: ({ signal }) => api.get<TaskForm>(`/api/tasks/${id}/form`, undefined, { signal }),
    staleTime: Infinity,
    gcTime: 0,
  });

/** What was typed before, on whatever machine; like the form itself not renewed while one types. */
export const taskDraftQuery = (id: string) =>
  queryOptions({
    queryKey: ['task-draft', id],
    queryFn: async ({ signal }) =>
      (await api.get<TaskDraft | undefined>(`/api/tasks/${id}/draft`, undefined, { signal })) ?? null,
    staleTime: Infinity,
    gcTime: 0,
    retry: false,
  });

export const actionsQuery = (id: string) =>
  queryOptions({
    queryKey: ['tasks', id, 'actions'],
    queryFn: ({ signal }) => api.get<TaskAction[]>(`/api/tasks/${id}/actions`, undefined, { signal }),
  });

export const opinionsQuery = (id: string) =>
  queryOptions({
    queryKey: ['tasks', id, 'opinions'],
    queryFn: ({ signal }) => api.get<Opinion[]>(`/api/tasks/${id}/opinions`, undefined, { signal }),
  });

export const attachmentsQuery = (id: string) =>
  queryOptions({
    queryKey: ['tasks', id, 'attachments'],
    queryFn: ({ signal }) => api.get<Attachment[]>(`/api/tasks/${id}/attachments`, undefined, { signal }),
  });

export const commentsQuery = (id: string) =>
  queryOptions({
    queryKey: ['tasks', id, 'comments'],
    queryFn: ({ signal }) => api.get<TaskComment[]>(`/api/tasks/${id}/comments`, undefined, { signal }),
  });

export const diagramQuery = (instanceId: string) =>
  queryOptions({
    queryKey: ['instances', instanceId, 'diagram'],
    queryFn: ({ signal }) => api.get<Diagram>(`/api/instances/${instanceId}/diagram`, undefined, { signal }),
  });

export const instanceTimelineQuery = (instanceId: string) =>
  queryOptions({
    queryKey: ['instances', instanceId, 'timeline'],
    queryFn: ({ signal }) =>
      api.get<TimelineEntry[]>(`/api/instances/${instanceId}/timeline`, undefined, { signal }),
  });
