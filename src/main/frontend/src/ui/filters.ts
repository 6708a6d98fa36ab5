import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';

/**
 * A list's filters, page and sort order as they stand in the address, so that a link, a reload and the way back
 * show the same rows. Changing a filter goes to the first page.
 */
export function useFilters() {
  const [params, setParams] = useSearchParams();
  const values = useMemo(() => Object.fromEntries(params), [params]) as Record<string, string | undefined>;

  const change = useCallback(
    (changes: Record<string, string | number | boolean | null | undefined>) =>
      setParams(
        (before) => {
          const next = new URLSearchParams(before);
          if (!('page' in changes)) next.delete('page');
          for (const [name, value] of Object.entries(changes)) {
            if (value === undefined || value === null || value === '' || value === false) next.delete(name);
            else next.set(name, String(value));
          }
          return next;
        },
        { replace: true },
      ),
    [setParams],
  );

  const clear = useCallback(() => setParams({}, { replace: true }), [setParams]);
  const filtered = Object.keys(values).some((name) => !['page', 'size', 'sort', 'view'].includes(name));
  return { values, change, clear, filtered };
}
