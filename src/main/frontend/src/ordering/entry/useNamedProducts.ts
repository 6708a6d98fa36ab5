import { useQueries } from '@tanstack/react-query';
import type { Product } from '../../api/types';
import { productQuery } from '../queries';

/** What is sold, and those of these ids that no longer are, by their ids. */
export function useNamedProducts(sold: Product[] | undefined, ids: string[]): Map<string, Product> {
  const known = new Map((sold ?? []).map((product) => [product.id, product]));
  const missing = sold ? [...new Set(ids)].filter((id) => !known.has(id)) : [];
  const found = useQueries({ queries: missing.map((id) => productQuery(id)) });
  for (const { data } of found) if (data) known.set(data.id, data);
  return known;
}
