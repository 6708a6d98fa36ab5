import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';

type Bilingual<K extends string> = { [P in K | `${K}En`]?: string | null };

/** The name in the language spoken, for rows that carry both (name and nameEn). */
export function useBilingual() {
  const { i18n } = useTranslation();
  const english = i18n.language === 'en';
  return useCallback(
    <K extends string>(row: Bilingual<K>, key: K): string =>
      (english ? row[`${key}En`] : undefined) || row[key] || '',
    [english],
  );
}

/** The word for a value the server sends (a state, an action); a value without a word is shown as it is. */
export function useWord() {
  const { t, i18n } = useTranslation();
  return useCallback(
    (group: string, value: string): string => {
      const key = `${group}.${value}`;
      return i18n.exists(key) ? (t as unknown as (key: string) => string)(key) : value;
    },
    [t, i18n],
  );
}
