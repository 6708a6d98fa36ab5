import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, type Query } from '../api/client';
import type {
  Call,
  Contact,
  Customer,
  CustomerDetail,
  OrderDetail,
  OrderRow,
  OrderTemplate,
  Page,
  Product,
  Subscription,
  TimelineEntry,
  WithdrawalOutlook,
} from '../api/types';

export const ordersQuery = (query: Query) =>
  queryOptions({
    queryKey: ['orders', 'list', query],
    queryFn: ({ signal }) => api.get<Page<OrderRow>>('/api/orders', query, { signal }),
    placeholderData: keepPreviousData,
  });

export const orderQuery = (id: string) =>
  queryOptions({
    queryKey: ['orders', id],
    queryFn: ({ signal }) => api.get<OrderDetail>(`/api/orders/${id}`, undefined, { signal }),
  });

/** Whether it could be withdrawn, asked anew each time. */
export const withdrawalQuery = (id: string) =>
  queryOptions({
    queryKey: ['orders', id, 'withdrawal'],
    queryFn: ({ signal }) =>
      api.get<WithdrawalOutlook>(`/api/orders/${id}/withdrawal`, undefined, { signal }),
    staleTime: 0,
  });

/** The order that a service order belongs to. */
export const orderOfQuery = (serviceOrder: string) =>
  queryOptions({
    queryKey: ['orders', 'of', serviceOrder],
    queryFn: ({ signal }) =>
      api.get<{ orderId: string }>(
        `/api/orders/service-orders/${encodeURIComponent(serviceOrder)}`,
        undefined,
        { signal },
      ),
    staleTime: Infinity,
  });

/** The process instance that opens a service order; nothing before its turn. */
export const serviceOrderInstanceQuery = (id: string) =>
  queryOptions({
    queryKey: ['instances', 'service-order', id],
    queryFn: async ({ signal }) =>
      (
        await api.get<Page<{ id: string }>>(
          '/api/instances',
          { process: 'service-order', businessKey: id, size: 1 },
          { signal },
        )
      ).items[0]?.id ?? null,
  });

export const orderTimelineQuery = (id: string) =>
  queryOptions({
    queryKey: ['orders', id, 'timeline'],
    queryFn: ({ signal }) => api.get<TimelineEntry[]>(`/api/orders/${id}/timeline`, undefined, { signal }),
  });

export const orderCallsQuery = (id: string) =>
  queryOptions({
    queryKey: ['orders', id, 'calls'],
    queryFn: ({ signal }) => api.get<Call[]>(`/api/orders/${id}/calls`, undefined, { signal }),
  });

/** What a customer subscribes to now; asked anew whenever an order changes. */
export const heldProductsQuery = (customer: string) =>
  queryOptions({
    queryKey: ['orders', 'held', customer],
    queryFn: ({ signal }) =>
      api.get<Page<Subscription>>(`/api/customers/${customer}/subscriptions`, { size: 200 }, { signal }),
  });

export const customersQuery = (q: string) =>
  queryOptions({
    queryKey: ['customers', q],
    queryFn: ({ signal }) => api.get<Page<Customer>>('/api/customers', { q, size: 20 }, { signal }),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });

export const customerQuery = (id: string) =>
  queryOptions({
    queryKey: ['customer', id],
    queryFn: ({ signal }) => api.get<CustomerDetail>(`/api/customers/${id}`, undefined, { signal }),
    staleTime: 60_000,
  });

/** Whom to call at a customer; who asks for it is recorded. */
export const revealContact = async (customer: string) => {
  const [first] = await api.post<Contact[]>(`/api/customers/${customer}/contacts`, {});
  return first ?? {};
};

/** Whom to call about an order; who asks for it is recorded. */
export const revealOrderContact = (order: string) =>
  api.post<{ name?: string; phone?: string }>(`/api/orders/${order}/contact`, {});

/** Every offering, those not sold in the customer's city too: they are shown with the reason. */
export const productsQuery = queryOptions({
  queryKey: ['products'],
  queryFn: async ({ signal }) =>
    (await api.get<Page<Product>>('/api/products', { size: 100 }, { signal })).items,
  staleTime: 300_000,
});

/** One offering, also one that is no longer sold. */
export const productQuery = (id: string) =>
  queryOptions({
    queryKey: ['products', id],
    queryFn: ({ signal }) => api.get<Product>(`/api/products/${id}`, undefined, { signal }),
    staleTime: 300_000,
    retry: false,
  });

/** The templates this person may use, by name. */
export const templatesQuery = queryOptions({
  queryKey: ['order-templates'],
  queryFn: async ({ signal }) =>
    (await api.get<Page<OrderTemplate>>('/api/order-templates', { size: 200 }, { signal })).items,
  staleTime: 60_000,
});
