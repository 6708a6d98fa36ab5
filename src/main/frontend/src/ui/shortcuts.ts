import { useEffect, useRef, useSyncExternalStore } from 'react';
import { preferences } from '../shell/preferences';

/** A key and what it does here, in words for the help (?). */
export interface Shortcut {
  /** "j", "/", "?" or "mod+Enter" (Ctrl, on a Mac ⌘) */
  keys: string;
  text: string;
  run: () => void;
}

let active: Shortcut[] = [];
const watchers = new Set<() => void>();

function changed(next: Shortcut[]) {
  active = next;
  watchers.forEach((watcher) => watcher());
}

/** The keys that act on the page as it stands. */
export function useActiveShortcuts(): Shortcut[] {
  return useSyncExternalStore(
    (watcher) => {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
    () => active,
  );
}

/** Keys of a page, alive as long as it is shown. They never act while somebody types. */
export function useShortcuts(shortcuts: Shortcut[]) {
  const latest = useRef(shortcuts);
  useEffect(() => {
    latest.current = shortcuts;
  });
  const words = shortcuts.map(({ keys, text }) => `${keys}=${text}`).join('|');
  useEffect(() => {
    const mine = latest.current.map(({ keys, text }): Shortcut => ({
      keys,
      text,
      run: () => latest.current.find((shortcut) => shortcut.keys === keys)?.run(),
    }));
    changed([...active, ...mine]);
    return () => changed(active.filter((shortcut) => !mine.includes(shortcut)));
  }, [words]);
}

/** Radio buttons and boxes take no letters: with one of them in focus the keys still act. */
function typing(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      !!target.closest('input:not([type=radio], [type=checkbox]), textarea, select, [role=combobox]'))
  );
}

/** The key that does today what {@code keys} does by default; empty where somebody wants none. */
export function boundTo(keys: string): string {
  return preferences().keys[keys] ?? keys;
}

/** How a pressed key is written in a {@link Shortcut}. */
export function pressed(event: KeyboardEvent): string {
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  return event.ctrlKey || event.metaKey ? `mod+${key}` : key;
}

document.addEventListener('keydown', (event) => {
  if (event.isComposing || event.altKey || event.defaultPrevented) return;
  if (document.querySelector('.ant-modal-wrap:not([style*="display: none"]) .ant-modal')) return;
  const keys = pressed(event);
  const shortcut = active.findLast((candidate) => boundTo(candidate.keys) === keys);
  if (!shortcut) return;
  const command = keys.startsWith('mod+');
  if (!command && !preferences().shortcuts) return;
  if (typing(event.target) && !(command && shortcut.keys.startsWith('mod+'))) return;
  event.preventDefault();
  shortcut.run();
});
