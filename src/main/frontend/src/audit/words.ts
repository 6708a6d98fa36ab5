import { useTranslation } from 'react-i18next';
import { useWord } from '../ui/words';

/** An element as people say it; of a characteristic its name. */
export function useElementName(): (element: string) => string {
  const word = useWord();
  return (element) => word('audit:element', element.replace(/^characteristic\./, ''));
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
  return (value) => value ?? t('nothing');
}
