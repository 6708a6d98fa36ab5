import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { productsQuery } from '../ordering/queries';
import { useBilingual, useWord } from '../ui/words';

const CHARACTERISTIC = 'characteristic.';

/** An element as people say it; of a characteristic what the catalogue calls it. */
export function useElementName(): (element: string) => string {
  const word = useWord();
  const bilingual = useBilingual();
  const products = useQuery(productsQuery);
  return (element) => {
    if (!element.startsWith(CHARACTERISTIC)) return word('audit:element', element);
    const name = element.slice(CHARACTERISTIC.length);
    const known = products.data
      ?.flatMap((product) => product.characteristics)
      .find((characteristic) => characteristic.name === name);
    return known ? bilingual(known, 'label') : name;
  };
}

/** The step that wrote something, by its key `aggregate:step:generation`. */
export function useStepName(): (key: string) => string {
  const word = useWord();
  return (key) => {
    const [, step = '', generation] = key.split(':');
    const name = word('systems:steps', step);
    return generation && generation !== '1' ? `${name} #${generation}` : name;
  };
}

/** What a side says; null where it says nothing. */
export function useSaid(): (value: string | null | undefined) => string {
  const { t } = useTranslation('audit');
  const word = useWord();
  return (value) => (value ? word('audit:value', value) : (value ?? t('nothing')));
}
