import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, type Query } from '../api/client';
import type {
  CallDetail,
  Fallout,
  FalloutDetail,
  FalloutGroup,
  Page,
  ResendRun,
  Rollback,
  RollbackBatch,
  RollbackPreview,
  WorkOrderPage,
} from '../api/types';

export const falloutsQuery = (query: Query) =>
  queryOptions({
    queryKey: ['fallouts', 'list', query],
    queryFn: ({ signal }) => api.get<Page<Fallout>>('/api/fallouts', query, { signal }),
    placeholderData: keepPreviousData,
  });

export const falloutGroupsQuery = (query: Query) =>
  queryOptions({
    queryKey: ['fallouts', 'groups', query],
    queryFn: ({ signal }) => api.get<Page<FalloutGroup>>('/api/fallouts/groups', query, { signal }),
    placeholderData: keepPreviousData,
  });

export const falloutQuery = (id: string) =>
  queryOptions({
    queryKey: ['fallouts', 'one', id],
    queryFn: ({ signal }) =>
      api.get<FalloutDetail>(`/api/fallouts/${encodeURIComponent(id)}`, {}, { signal }),
  });

/** Every request that went out for a call, and every callback that came. */
export const callLogQuery = (key: string) =>
  queryOptions({
    queryKey: ['calls', 'log', key],
    queryFn: ({ signal }) => api.get<CallDetail>(`/api/calls/${encodeURIComponent(key)}`, {}, { signal }),
  });

/** A run that is under way is looked at each second: its results come one by one. */
export const runQuery = (id: string) =>
  queryOptions({
    queryKey: ['fallouts', 'run', id],
    queryFn: ({ signal }) =>
      api.get<ResendRun>(`/api/fallouts/runs/${encodeURIComponent(id)}`, {}, { signal }),
    refetchInterval: ({ state }) => (state.data?.running === false ? false : 1000),
  });

export const runsQuery = queryOptions({
  queryKey: ['fallouts', 'runs'],
  queryFn: ({ signal }) => api.get<ResendRun[]>('/api/fallouts/runs', {}, { signal }),
});

export const workOrdersQuery = (query: Query) =>
  queryOptions({
    queryKey: ['orders', 'work-orders', query],
    queryFn: ({ signal }) => api.get<Page<WorkOrderPage>>('/api/work-orders', query, { signal }),
    placeholderData: keepPreviousData,
  });

export const workOrderQuery = (id: string) =>
  queryOptions({
    queryKey: ['orders', 'work-order', id],
    queryFn: ({ signal }) =>
      api.get<WorkOrderPage>(`/api/work-orders/${encodeURIComponent(id)}`, {}, { signal }),
  });

/** Those of one order, newest first; looked at often while one is running. */
export const rollbacksQuery = (orderId: string) =>
  queryOptions({
    queryKey: ['orders', orderId, 'rollbacks'],
    queryFn: async ({ signal }) =>
      (await api.get<Page<Rollback>>('/api/rollbacks', { orderId, size: 50 }, { signal })).items,
    refetchInterval: ({ state }) => (state.data?.some((one) => one.state === 'running') ? 2000 : false),
  });

export const isUnderWay = ({ state }: { state: string }) => state === 'running' || state === 'waiting';

/** What becomes of each order of a batch, until every one has its result. */
export const rollbackBatchQuery = (id: string) =>
  queryOptions({
    queryKey: ['rollback-batches', id],
    queryFn: ({ signal }) =>
      api.get<RollbackBatch>(`/api/rollbacks/batches/${encodeURIComponent(id)}`, {}, { signal }),
    refetchInterval: ({ state }) => (state.data?.items.some(isUnderWay) === false ? false : 1000),
  });

/** What rolling back would do, and why perhaps it cannot be. */
export const rollbackPreviewQuery = (orderId: string) =>
  queryOptions({
    queryKey: ['orders', orderId, 'rollback-preview'],
    queryFn: ({ signal }) => api.post<RollbackPreview>('/api/rollbacks/preview', { orderId }, { signal }),
    staleTime: 0,
  });
