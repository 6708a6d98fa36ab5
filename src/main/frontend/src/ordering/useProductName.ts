import { useQuery } from '@tanstack/react-query';
import { useBilingual } from '../ui/words';
import { useNamedProducts } from './entry/useNamedProducts';
import { productsQuery } from './queries';

/** What these products are called, by their ids; also those that are no longer sold. */
export function useProductName(ids: string[]): (id: string) => string {
  const bilingual = useBilingual();
  const products = useQuery(productsQuery);
  const known = useNamedProducts(products.data, ids);
  return (id) => {
    const product = known.get(id);
    return product ? bilingual(product, 'name') : id;
  };
}
