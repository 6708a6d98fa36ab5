import { usePreferences } from '../shell/preferences';
import { boundTo } from './shortcuts';

const mac = navigator.platform.startsWith('Mac');
const NAMES: Record<string, string> = { mod: mac ? '⌘' : 'Ctrl', Enter: '↵' };

/** The key that does today what {@code of} does by default; nothing where there is none. */
export function Key({ of }: { of: string }) {
  usePreferences();
  const keys = boundTo(of);
  if (!keys) return null;
  return <kbd aria-hidden>{said(keys)}</kbd>;
}

/** As it stands on the keyboard. */
export function said(keys: string): string {
  return keys
    .split(/\+(?=.)/)
    .map((key) => NAMES[key] ?? (key.length === 1 ? key.toUpperCase() : key))
    .join(' ');
}
