import { useSyncExternalStore } from 'react';

/** What the server tells without being asked; {@code begun}: from here on, and not what happened before. */
export type LiveEvent =
  | { type: 'task' | 'notice'; taskId: string; change: string }
  | { type: 'order'; orderId: string }
  | { type: 'opportunity'; opportunityId: string }
  | { type: 'intake'; intakeId: string }
  | { type: 'cancellation'; cancellationId: string }
  | { type: 'begun' };

export type LiveStatus = 'connecting' | 'live' | 'polling';

type Listener = (event: LiveEvent) => void;

const events = new Set<Listener>();
const watchers = new Set<() => void>();
let status: LiveStatus = 'connecting';

export function onLiveEvent(listener: Listener): () => void {
  events.add(listener);
  return () => events.delete(listener);
}

/** While the stream is down, lists ask again every half minute and the top bar says so. */
export function useLiveStatus(): LiveStatus {
  return useSyncExternalStore(
    (watcher) => {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
    () => status,
  );
}

function tell(next: LiveStatus) {
  status = next;
  watchers.forEach((watcher) => watcher());
}

function deliver(event: LiveEvent) {
  events.forEach((listener) => listener(event));
}

/**
 * Opens the event stream. A browser allows six connections to a host, so among the tabs of one browser
 * a single one holds the stream and passes events on to the others.
 */
export function startLive(): () => void {
  const stop = new AbortController();
  const channel = new BroadcastChannel('esop-live');
  channel.onmessage = ({ data }) => {
    if (data.status) tell(data.status);
    if (data.event) deliver(data.event);
    if (data.hello && source) channel.postMessage({ status });
  };
  let source: EventSource | undefined;
  const share = (message: { status?: LiveStatus; event?: LiveEvent }) => {
    if (message.status) tell(message.status);
    if (message.event) deliver(message.event);
    channel.postMessage(message);
  };

  let retry: ReturnType<typeof setTimeout> | undefined;
  const open = () => {
    source = new EventSource('/api/events');
    source.onopen = () => share({ status: 'live', event: { type: 'begun' } });
    source.onerror = () => {
      share({ status: 'polling' });
      if (source?.readyState === EventSource.CLOSED) retry = setTimeout(open, 15_000);
    };
    for (const type of ['task', 'order', 'notice', 'opportunity', 'intake', 'cancellation'] as const) {
      source.addEventListener(type, (message) =>
        share({ event: { type, ...JSON.parse((message as MessageEvent<string>).data) } }),
      );
    }
  };
  const close = () => {
    clearTimeout(retry);
    source?.close();
    source = undefined;
  };

  if (navigator.locks) {
    const hold = () =>
      new Promise<void>((release) => {
        open();
        stop.signal.addEventListener('abort', () => {
          close();
          release();
        });
      });
    navigator.locks.request('esop-live', { signal: stop.signal }, hold).catch(() => undefined);
  } else {
    void import('./leader').then(({ leadByAsking }) => {
      if (stop.signal.aborted) return;
      stop.signal.addEventListener('abort', leadByAsking('esop-leader', open, close));
    });
  }
  channel.postMessage({ hello: true });
  return () => {
    stop.abort();
    channel.close();
  };
}
