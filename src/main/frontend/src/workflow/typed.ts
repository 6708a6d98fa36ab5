import { useSyncExternalStore } from 'react';
import { api } from '../api/client';

/**
 * What was typed into task forms and not yet sent. Looking at another task loses nothing, and a moment after the last key it is
 * kept at the server too, for another machine or another day.
 */
const typed = new Map<string, Record<string, unknown>>();
const waiting = new Map<string, ReturnType<typeof setTimeout>>();
const failed = new Set<string>();
const watchers = new Set<() => void>();

const PAUSE = 1_500;
const AGAIN = 15_000;

export function keep(taskId: string, data: Record<string, unknown>) {
  // a form speaks of a change also where nothing was typed, and goes on writing into what it has given before
  const now = JSON.stringify(data);
  if (now === JSON.stringify(typed.get(taskId))) return;
  typed.set(taskId, JSON.parse(now) as Record<string, unknown>);
  later(taskId, PAUSE);
}

export function kept(taskId: string): Record<string, unknown> | undefined {
  return typed.get(taskId);
}

/** The task is done, or its draft dropped. */
export function forget(taskId: string) {
  clearTimeout(waiting.get(taskId));
  waiting.delete(taskId);
  typed.delete(taskId);
  failed.delete(taskId);
  tell();
}

/** How the draft of a task stands: nothing was typed, not kept yet, kept at the server, or not to be kept there. */
export function useDraftState(taskId: string): 'none' | 'typed' | 'saved' | 'failed' {
  return useSyncExternalStore(
    (watcher) => {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
    () =>
      !typed.has(taskId) ? 'none' : failed.has(taskId) ? 'failed' : waiting.has(taskId) ? 'typed' : 'saved',
  );
}

function later(taskId: string, wait: number) {
  clearTimeout(waiting.get(taskId));
  waiting.set(
    taskId,
    setTimeout(() => void save(taskId), wait),
  );
  tell();
}

async function save(taskId: string, keepalive = false) {
  const data = typed.get(taskId);
  if (!data) return;
  const turn = waiting.get(taskId);
  try {
    await api.put(`/api/tasks/${taskId}/draft`, { data }, { keepalive });
    failed.delete(taskId);
    if (waiting.get(taskId) === turn) waiting.delete(taskId);
    tell();
  } catch {
    if (typed.get(taskId) !== data) return;
    failed.add(taskId);
    later(taskId, AGAIN);
  }
}

function tell() {
  watchers.forEach((watcher) => watcher());
}

window.addEventListener('beforeunload', (event) => {
  if (failed.size > 0) event.preventDefault();
});
window.addEventListener('pagehide', () => [...waiting.keys()].forEach((taskId) => void save(taskId, true)));
