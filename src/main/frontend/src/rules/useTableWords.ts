import { useTranslation } from 'react-i18next';
import { useWord } from '../ui/words';

/** What tables and their columns are called: Chinese as their file says, English from our texts. */
export function useTableWords() {
  const word = useWord();
  const { i18n } = useTranslation();
  const english = i18n.language === 'en';
  const named = (group: string, key: string, own: string) => {
    const found = word(`rules:${group}`, key);
    return english && found !== key ? found : own || found;
  };
  return {
    table: (id: string, name: string) => named('decisions', id, name),
    about: (id: string) => {
      const found = word('rules:about', id);
      return found === id ? '' : found;
    },
    column: (name: string, label: string) => named('columns', name, label),
  };
}
