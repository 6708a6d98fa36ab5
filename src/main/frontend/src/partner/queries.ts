import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, type Query } from '../api/client';
import type { Page, PartnerWorkOrder, PartnerWorkOrderDetail } from '../api/types';

const path = (id: string) => `/api/partner/work-orders/${encodeURIComponent(id)}`;

/** Among the tasks that live events renew: with each task of the partner its work orders change. */
export const partnerOrdersQuery = (query: Query) =>
  queryOptions({
    queryKey: ['tasks', 'partner', 'list', query],
    queryFn: ({ signal }) => api.get<Page<PartnerWorkOrder>>('/api/partner/work-orders', query, { signal }),
    placeholderData: keepPreviousData,
  });

export const partnerOrderQuery = (id: string) =>
  queryOptions({
    queryKey: ['tasks', 'partner', 'one', id],
    queryFn: ({ signal }) => api.get<PartnerWorkOrderDetail>(path(id), {}, { signal }),
  });

export const revealContact = (id: string) =>
  api.post<NonNullable<PartnerWorkOrderDetail['contact']>>(`${path(id)}/contact`, {});
