import { afterEach, expect, test, vi } from 'vitest';
import { leadByAsking } from './leader';

const leading = new Set<number>();
const tabs = new Map<number, () => void>();
const name = 'leader-test';

function open(tab: number) {
  tabs.set(
    tab,
    leadByAsking(
      name,
      () => leading.add(tab),
      () => leading.delete(tab),
    ),
  );
}

function close(tab: number) {
  tabs.get(tab)!();
  tabs.delete(tab);
}

const oneLeads = () => vi.waitFor(() => expect(leading.size).toBe(1), { timeout: 4_000 });
const aWhile = () => new Promise((resolve) => setTimeout(resolve, 1_200));

afterEach(() => [...tabs.keys()].forEach(close));

test('of several tabs one leads, and another once it is closed', { timeout: 20_000 }, async () => {
  [1, 2, 3].forEach(open);
  await oneLeads();
  await aWhile();
  expect(leading.size).toBe(1);

  const [first] = leading;
  close(first!);
  expect(leading.size).toBe(0);
  await oneLeads();
  expect(leading.has(first!)).toBe(false);

  const [second] = leading;
  open(4);
  await aWhile();
  expect([...leading]).toEqual([second]);
});

test('a tab that was away gives way to the one that took over', { timeout: 20_000 }, async () => {
  open(5);
  await oneLeads();
  const other = new BroadcastChannel(name);
  other.postMessage({ leads: '9' });
  await vi.waitFor(() => expect(leading.size).toBe(0));
  other.close();
});
