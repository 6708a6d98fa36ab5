/** What was typed into task forms and not yet sent, so that looking at another task loses nothing. */
const typed = new Map<string, Record<string, unknown>>();

export function keep(taskId: string, data: Record<string, unknown>) {
  typed.set(taskId, data);
}

export function kept(taskId: string): Record<string, unknown> | undefined {
  return typed.get(taskId);
}

export function forget(taskId: string) {
  typed.delete(taskId);
}

window.addEventListener('beforeunload', (event) => {
  if (typed.size > 0) event.preventDefault();
});
