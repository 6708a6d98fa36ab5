import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, type Query } from '../api/client';
import type {
  Call,
  Contact,
  Customer,
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
    queryFn: ({ signal }) => api.get<Customer>(`/api/customers/${id}`, undefined, { signal }),
    staleTime: 60_000,
  });

/** Whom to call at a customer; who asks for it is recorded. */
export const revealContact = async (customer: string) => {
  const [first] = await api.post<Contact[]>(`/api/customers/${customer}/contacts`, {});
  return first ?? {};
};

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
