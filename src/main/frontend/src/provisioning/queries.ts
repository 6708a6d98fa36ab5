import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, type Query } from '../api/client';
import type {
  Fallout,
  FalloutDetail,
  FalloutGroup,
  Installation,
  Page,
  ResendRun,
  Rollback,
  RollbackBatch,
  RollbackBatchSummary,
  RollbackPreview,
  WorkOrderDetail,
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
      api.get<WorkOrderDetail>(`/api/work-orders/${encodeURIComponent(id)}`, {}, { signal }),
  });

/** Which partner does it, and why. */
export const installationQuery = (id: string) =>
  queryOptions({
    queryKey: ['orders', 'work-order', id, 'installation'],
    queryFn: ({ signal }) =>
      api.get<Installation>(`/api/work-orders/${encodeURIComponent(id)}/installation`, {}, { signal }),
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

export const isProposed = ({ state }: { state: string }) => state === 'proposed';

/** What becomes of each order of a batch, until every one has its result. */
export const rollbackBatchQuery = (id: string) =>
  queryOptions({
    queryKey: ['rollback-batches', id],
    queryFn: ({ signal }) =>
      api.get<RollbackBatch>(`/api/rollbacks/batches/${encodeURIComponent(id)}`, {}, { signal }),
    refetchInterval: ({ state }) => {
      const items = state.data?.items ?? [];
      return items.some(isUnderWay) ? 1000 : items.some(isProposed) ? 5000 : false;
    },
  });

/** The latest batches, with how many orders of each have no result yet. */
export const rollbackBatchesQuery = queryOptions({
  queryKey: ['rollback-batches'],
  queryFn: ({ signal }) => api.get<RollbackBatchSummary[]>('/api/rollbacks/batches', {}, { signal }),
});

/** What rolling several orders back would do. */
export const rollbackBatchPreviewQuery = (orderIds: string[], withChain: boolean) =>
  queryOptions({
    queryKey: ['rollback-batch-preview', orderIds, withChain],
    queryFn: ({ signal }) =>
      api.post<RollbackPreview[]>('/api/rollbacks/batches/preview', { orderIds, withChain }, { signal }),
    staleTime: 0,
  });

/** What rolling back would do, and why perhaps it cannot be. */
export const rollbackPreviewQuery = (orderId: string) =>
  queryOptions({
    queryKey: ['orders', orderId, 'rollback-preview'],
    queryFn: ({ signal }) => api.post<RollbackPreview>('/api/rollbacks/preview', { orderId }, { signal }),
    staleTime: 0,
  });
