import { useTranslation } from 'react-i18next';
import { useCityName } from '../shell/session';
import { useSystemName } from '../systems/useSystemName';
import { useWord } from '../ui/words';

/** A partner's facts as people say them. */
export function usePartnerWords() {
  const { t } = useTranslation('partners');
  const word = useWord();
  const cityName = useCityName();
  const systemName = useSystemName();
  return {
    cities: (ids: string[]) => ids.map(cityName).join(t('comma')),
    qualification: (id: string) => word('partners:qualification', id),
    qualifications: (ids: string[]) =>
      ids.map((id) => word('partners:qualification', id)).join(t('comma')) || '–',
    way: (system: string | null | undefined) =>
      system ? t('bySystem', { system: systemName(system) }) : t('byPeople'),
  };
}
