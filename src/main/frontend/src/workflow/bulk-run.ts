const KEY = 'esop.bulk-run';

/** The bulk action that was begun in this browser and whose end nobody has seen yet; it goes on without the page. */
export function runUnderWay(): string | null {
  return localStorage.getItem(KEY);
}

export function follow(run: number) {
  localStorage.setItem(KEY, String(run));
}

export function letGo() {
  localStorage.removeItem(KEY);
}
