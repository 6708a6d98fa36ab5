import { useTranslation } from 'react-i18next';
import { parts } from './duration';

/** A duration in words, as it stands where it has none. */
export function useDuration(): (text: string) => string {
  const { t } = useTranslation('rules');
  return (text) =>
    parts(text)
      .map(({ unit, count }) => t(`units.${unit}`, { count }))
      .join(t('units.and')) || text;
}
