import { useTranslation } from 'react-i18next';
import type { Product } from '../../api/types';
import { useBilingual } from '../../ui/words';

/** What a bundle consists of, in words; undefined for a simple product. */
export function useComponents(products: Product[]) {
  const { t } = useTranslation('ordering');
  const bilingual = useBilingual();
  return (product: Product | undefined): string | undefined => {
    if (product?.type !== 'bundle') return undefined;
    const names = product.components.map((id) => {
      const component = products.find((candidate) => candidate.id === id);
      return component ? bilingual(component, 'name') : id;
    });
    return t('entry.includes', { names: names.join(t('comma')) });
  };
}
