import { useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import './tabs.css';

export interface Tab<K extends string> {
  key: K;
  label: string;
  children: ReactNode;
}

/**
 * Tabs as ARIA asks for them: arrows move, one tab stop. A panel is made when it is first shown and then kept,
 * with all that was typed into it. (Ant Design's own bring a whole menu for tabs that do not fit.)
 */
export function Tabs<K extends string>({
  tabs,
  active,
  onChange,
  label,
  className = '',
}: {
  tabs: Tab<K>[];
  active: K;
  onChange: (key: K) => void;
  label: string;
  className?: string;
}) {
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const [seen, setSeen] = useState<ReadonlySet<K>>(new Set([active]));
  const shown = tabs.some(({ key }) => key === active) ? active : tabs[0]!.key;
  if (!seen.has(shown)) setSeen(new Set(seen).add(shown));

  const move = (event: KeyboardEvent) => {
    const at = tabs.findIndex(({ key }) => key === shown);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: tabs.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    const next = tabs[(to + tabs.length) % tabs.length]!;
    onChange(next.key);
    list.current?.querySelector<HTMLElement>(`[data-key="${next.key}"]`)?.focus();
  };

  return (
    <div className={`tabs ${className}`}>
      <div ref={list} role="tablist" aria-label={label} className="tabs-list" onKeyDown={move}>
        {tabs.map(({ key, label: text }) => (
          <button
            key={key}
            type="button"
            role="tab"
            id={`${id}-${key}`}
            data-key={key}
            aria-selected={key === shown}
            aria-controls={`${id}-${key}-panel`}
            tabIndex={key === shown ? 0 : -1}
            onClick={() => onChange(key)}
          >
            {text}
          </button>
        ))}
      </div>
      {tabs.map(
        ({ key, children }) =>
          (seen.has(key) || key === shown) && (
            <div
              key={key}
              role="tabpanel"
              id={`${id}-${key}-panel`}
              aria-labelledby={`${id}-${key}`}
              className="tabs-panel"
              hidden={key !== shown}
            >
              {children}
            </div>
          ),
      )}
    </div>
  );
}
