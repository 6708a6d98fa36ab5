import { useQuery } from '@tanstack/react-query';
import { useBilingual } from '../ui/words';
import { systemsQuery } from './queries';

/** A system's name as people say it. */
export function useSystemName(): (id: string) => string {
  const bilingual = useBilingual();
  const { data } = useQuery({ ...systemsQuery, retry: false });
  return (id) => {
    const system = data?.find((candidate) => candidate.id === id);
    return system ? bilingual(system, 'name') : id.toUpperCase();
  };
}
