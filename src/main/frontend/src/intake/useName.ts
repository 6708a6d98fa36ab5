import { useTranslation } from 'react-i18next';
import type { IntakeRow } from '../api/types';
import { useBilingual } from '../ui/words';

/** What it is about, in a few words: kind and products. */
export function useName() {
  const { t } = useTranslation('intake');
  const bilingual = useBilingual();
  return (row: Pick<IntakeRow, 'kind' | 'products'>) =>
    [t(`kind.${row.kind}`), row.products.map((one) => bilingual(one, 'name')).join(t('comma'))]
      .filter(Boolean)
      .join(' · ');
}
