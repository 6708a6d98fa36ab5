import { useTranslation } from 'react-i18next';
import type { ChosenCharacteristic } from '../api/types';
import { useBilingual } from './words';

/** What was chosen, in the words and units of the catalogue. */
export function useCharacteristicValue() {
  const { t } = useTranslation('ui');
  const bilingual = useBilingual();
  return (chosen: ChosenCharacteristic): string => {
    const { value } = chosen;
    const worded = bilingual(chosen, 'valueLabel');
    if (worded) return worded;
    const text = typeof value === 'boolean' ? t(value ? 'yes' : 'no') : String(value ?? '–');
    return `${text} ${bilingual(chosen, 'unit')}`.trim();
  };
}
