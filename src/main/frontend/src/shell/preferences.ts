import { useSyncExternalStore } from 'react';

export type Language = 'zh-CN' | 'en';
export type Theme = 'light' | 'dark' | 'system';

/** What a person likes about the console; kept in the browser. */
export interface Preferences {
  language: Language;
  theme: Theme;
  /** Single keys like J and K act at once; some people need them off (WCAG 2.1.4). */
  shortcuts: boolean;
  /** Keys chosen instead of the usual ones, by the usual one; empty: no key at all. */
  keys: Record<string, string>;
}

const KEY = 'esop.preferences';
const watchers = new Set<() => void>();
let current = load();

function load(): Preferences {
  const language: Language = navigator.language.startsWith('en') ? 'en' : 'zh-CN';
  const defaults: Preferences = { language, theme: 'system', shortcuts: true, keys: {} };
  try {
    return { ...defaults, ...JSON.parse(localStorage.getItem(KEY) ?? '{}') };
  } catch {
    return defaults;
  }
}

export function preferences(): Preferences {
  return current;
}

export function prefer(change: Partial<Preferences>) {
  current = { ...current, ...change };
  try {
    localStorage.setItem(KEY, JSON.stringify(current));
  } catch {
    // a browser that keeps nothing still shows what was chosen until it is closed
  }
  watchers.forEach((watcher) => watcher());
}

function subscribe(watcher: () => void) {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}

export function usePreferences(): Preferences {
  return useSyncExternalStore(subscribe, preferences);
}

const darkSystem = window.matchMedia('(prefers-color-scheme: dark)');

function subscribeSystem(watcher: () => void) {
  darkSystem.addEventListener('change', watcher);
  return () => darkSystem.removeEventListener('change', watcher);
}

export function useDark(): boolean {
  const { theme } = usePreferences();
  const system = useSyncExternalStore(subscribeSystem, () => darkSystem.matches);
  return theme === 'dark' || (theme === 'system' && system);
}
