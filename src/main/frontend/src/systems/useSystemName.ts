import { useWord } from '../ui/words';

/** A backing system's name as people say it. */
export function useSystemName(): (id: string) => string {
  const word = useWord();
  return (id) => word('systems:names', id);
}
