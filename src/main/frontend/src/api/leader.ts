import { newKey } from './key';

/** How long an answer may take – not the same for all, so that one is first –, and how often tabs ask whether the one that leads is still there. */
const ANSWER = 500;
const AGAIN = 4_000;

type Word = { leads: string } | 'who' | 'gone';

/**
 * Lets one of a browser's tabs lead where there are no locks to be had, as over plain http: the tabs ask who leads, and one that hears
 * no answer leads itself. Where two do, the later one goes on.
 */
export function leadByAsking(name: string, begin: () => void, end: () => void): () => void {
  const channel = new BroadcastChannel(name);
  const say = (word: Word) => channel.postMessage(word);
  let leading: string | undefined;
  let timer: ReturnType<typeof setTimeout>;

  const lead = () => {
    leading = `${Date.now()} ${newKey()}`;
    begin();
    say({ leads: leading });
  };
  const ask = () => {
    clearTimeout(timer);
    say('who');
    timer = setTimeout(lead, ANSWER * (1 + Math.random()));
  };
  const follow = () => {
    clearTimeout(timer);
    timer = setTimeout(ask, AGAIN);
  };
  const yieldTo = () => {
    if (!leading) return;
    leading = undefined;
    end();
  };
  channel.onmessage = ({ data }: MessageEvent<Word>) => {
    if (data === 'gone') return ask();
    if (leading && (data === 'who' || data.leads < leading)) return say({ leads: leading });
    if (data === 'who') return;
    yieldTo();
    follow();
  };
  /** A page that is left may be shown again: then it asks anew. */
  const leave = () => {
    if (leading) say('gone');
    yieldTo();
    follow();
  };
  globalThis.addEventListener?.('pagehide', leave);
  ask();
  return () => {
    globalThis.removeEventListener?.('pagehide', leave);
    leave();
    clearTimeout(timer);
    channel.close();
  };
}
