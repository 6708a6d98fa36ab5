import type { OrderDetail } from '../api/types';

const FINAL = ['completed', 'partial', 'failed', 'rejected', 'cancelled', 'archived'];

export function isFinal(state: string): boolean {
  return FINAL.includes(state);
}

/** Past its due time: still open now, or completed after it. */
export function isLate(
  order: { state: string; due?: string | null; completed?: string | null },
  now = Date.now(),
): boolean {
  if (!order.due) return false;
  const end = order.completed ? Date.parse(order.completed) : isFinal(order.state) ? 0 : now;
  return end > Date.parse(order.due);
}

/** How many of the service orders have ended well. */
export function progressOf(order: Pick<OrderDetail, 'serviceOrders' | 'items'>) {
  const { serviceOrders } = order;
  return {
    done: serviceOrders.filter(({ state }) => state === 'completed').length,
    total: serviceOrders.length || order.items.length,
  };
}
