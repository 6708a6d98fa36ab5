import type { Product } from '../../api/types';
import type { Draft } from './draft';

/** Yuan, as written: 2,800 or 0.05. */
export function yuan(amount: number): string {
  return `¥${amount.toLocaleString('zh-CN', { maximumFractionDigits: 2 })}`;
}

/** What the new items cost a month and once, by list price; changes and ends are settled by their contracts. */
export function priceOf(draft: Draft, products: Map<string, Product>) {
  const lines = draft.items.map((item) => {
    const price = products.get(item.offeringId)?.price;
    const times = item.action === 'add' ? (item.quantity ?? 0) : 0;
    return {
      key: item.key,
      recurring: cents(price?.recurring, times),
      oneTime: cents(price?.oneTime, times),
    };
  });
  const sum = (field: 'recurring' | 'oneTime') => lines.reduce((total, line) => total + line[field], 0) / 100;
  return {
    lines: lines.map((line) => ({ ...line, recurring: line.recurring / 100, oneTime: line.oneTime / 100 })),
    recurring: sum('recurring'),
    oneTime: sum('oneTime'),
  };
}

/** Counted in whole cents: 0.05 yuan 3 times is 0.15, not 0.15000000000000002. */
function cents(price: number | null | undefined, times: number): number {
  return Math.round((price ?? 0) * 100) * times;
}
