import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import './pop-menu.css';

export interface MenuItem {
  key: string;
  label: ReactNode;
  icon?: ReactNode;
  /** Of a choice: whether it is the one in force. */
  checked?: boolean;
  run?: () => void;
  /** Why it cannot be chosen. */
  refused?: string;
  /** Leads to an address, for example a file. */
  href?: string;
}

/** A button that opens a short menu: arrows, Home, End, Escape. */
export function PopMenu({
  button,
  label,
  items,
  head,
  className = '',
}: {
  button: ReactNode;
  label: string;
  items: MenuItem[];
  /** Shown above the items. */
  head?: ReactNode;
  className?: string;
}) {
  const id = useId();
  const [open, setOpen] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const trigger = useRef<HTMLButtonElement>(null);

  useEffect(() => {
    if (!open) return;
    const chosen = box.current?.querySelector<HTMLElement>('[aria-checked=true]');
    (chosen ?? box.current?.querySelector<HTMLElement>('[role^=menuitem]'))?.focus();
    const outside = (event: PointerEvent) => {
      if (!box.current?.contains(event.target as Node)) setOpen(false);
    };
    document.addEventListener('pointerdown', outside);
    return () => document.removeEventListener('pointerdown', outside);
  }, [open]);

  const close = () => {
    setOpen(false);
    trigger.current?.focus();
  };
  const move = (event: KeyboardEvent) => {
    if (event.key === 'Escape') return close();
    if (event.key === 'Tab') return setOpen(false);
    const all = [...box.current!.querySelectorAll<HTMLElement>('[role^=menuitem]')];
    const at = all.indexOf(document.activeElement as HTMLElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: all.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    all[(to + all.length) % all.length]?.focus();
  };

  return (
    <div ref={box} className="pop">
      <button
        ref={trigger}
        type="button"
        className={`pop-button ${className}`}
        title={label}
        aria-label={label}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={() => setOpen(!open)}
      >
        {button}
      </button>
      {open && (
        <div className="pop-box">
          {head}
          <div id={id} role="menu" aria-label={label} tabIndex={-1} onKeyDown={move}>
            {items.map(({ key, label: text, icon, checked, run, refused, href }) => {
              const role = checked === undefined ? 'menuitem' : 'menuitemradio';
              const content = (
                <>
                  {icon}
                  {text}
                  {refused && <small>{refused}</small>}
                </>
              );
              return href ? (
                <a key={key} role={role} tabIndex={-1} href={href} download onClick={close}>
                  {content}
                </a>
              ) : (
                <button
                  key={key}
                  type="button"
                  role={role}
                  aria-checked={checked}
                  aria-disabled={refused ? true : undefined}
                  tabIndex={-1}
                  onClick={() => {
                    if (refused) return;
                    close();
                    run?.();
                  }}
                >
                  {content}
                </button>
              );
            })}
          </div>
        </div>
      )}
    </div>
  );
}
