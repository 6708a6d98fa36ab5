import { useCallback, useEffect, useRef, useState } from 'react';
import { api } from '../api/client';

export type Saving = { state: 'none' | 'pending' | 'saving' | 'failed' } | { state: 'saved'; at: string };

interface Stored<T> {
  draft: T;
  savedAt?: string;
}

/** A draft, kept on the server a moment after each change: it survives a reload, a new sign-on and another machine. */
export function useKeptDraft<T extends object>(path: string, empty: T, isEmpty: (draft: T) => boolean) {
  const [draft, setDraft] = useState<T>();
  const [restored, setRestored] = useState<string>();
  const [saving, setSaving] = useState<Saving>({ state: 'none' });
  const latest = useRef<T>(empty);
  const stored = useRef('');
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const running = useRef<Promise<unknown>>(undefined);

  useEffect(() => {
    const stop = new AbortController();
    const start = (kept?: Stored<T>) => {
      const first = { ...empty, ...kept?.draft };
      latest.current = first;
      stored.current = JSON.stringify(first);
      setDraft(first);
      if (kept && !isEmpty(first)) {
        setRestored(kept.savedAt ?? '');
        if (kept.savedAt) setSaving({ state: 'saved', at: kept.savedAt });
      }
    };
    api
      .get<Stored<T> | undefined>(path, undefined, { signal: stop.signal })
      .then(start)
      .catch(() => !stop.signal.aborted && start());
    return () => stop.abort();
  }, []);

  /** Stores what has not been stored yet; true when nothing is left unsaved. */
  const flush = useCallback(async (keepalive = false): Promise<boolean> => {
    clearTimeout(timer.current);
    const text = JSON.stringify(latest.current);
    if (text === stored.current) return true;
    setSaving({ state: 'saving' });
    try {
      const savedAt = new Date().toISOString();
      const body: Stored<T> = { draft: latest.current, savedAt };
      const put = api.put<{ savedAt?: string } | undefined>(path, body, { keepalive });
      running.current = put;
      const answer = await put;
      stored.current = text;
      setSaving({ state: 'saved', at: answer?.savedAt ?? savedAt });
      return true;
    } catch {
      setSaving({ state: 'failed' });
      return false;
    }
  }, []);

  const change = useCallback(
    (update: (before: T) => T) => {
      latest.current = update(latest.current);
      setDraft(latest.current);
      setSaving({ state: 'pending' });
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void flush(), 1000);
    },
    [flush],
  );

  /** Ordered or thrown away: nothing is kept. */
  const discard = useCallback(async () => {
    clearTimeout(timer.current);
    latest.current = empty;
    stored.current = JSON.stringify(empty);
    setDraft(empty);
    setRestored(undefined);
    setSaving({ state: 'none' });
    // a save still under way would bring the draft back
    await running.current?.catch(() => undefined);
    await api.delete(path);
  }, []);

  const unsaved = useCallback(() => JSON.stringify(latest.current) !== stored.current, []);

  useEffect(() => {
    const hidden = () => {
      if (document.visibilityState === 'hidden') void flush(true);
    };
    const leaving = (event: BeforeUnloadEvent) => {
      if (unsaved()) event.preventDefault();
    };
    document.addEventListener('visibilitychange', hidden);
    window.addEventListener('beforeunload', leaving);
    return () => {
      document.removeEventListener('visibilitychange', hidden);
      window.removeEventListener('beforeunload', leaving);
      clearTimeout(timer.current);
    };
  }, [flush, unsaved]);

  return { draft, restored, saving, change, flush, discard, unsaved };
}
