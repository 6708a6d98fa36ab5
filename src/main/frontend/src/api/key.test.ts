import { expect, test, vi } from 'vitest';
import { newKey } from './key';

test('a key is had over plain http, too, and is nobody else’s', () => {
  vi.stubGlobal('crypto', { getRandomValues: crypto.getRandomValues.bind(crypto) });
  const keys = Array.from({ length: 1000 }, newKey);
  vi.unstubAllGlobals();

  expect(new Set(keys).size).toBe(1000);
  expect(keys.every((key) => /^[0-9a-f]{32}$/.test(key))).toBe(true);
});
