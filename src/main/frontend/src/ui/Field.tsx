import { cloneElement, useId, type ReactElement, type ReactNode } from 'react';
import './field.css';

/** A labelled control with its hint, and its error where it belongs: under it, and told to screen readers. */
export function Field({
  label,
  required,
  hint,
  error,
  children,
  id,
}: {
  label: ReactNode;
  required?: boolean;
  hint?: ReactNode;
  error?: string;
  /** The control; gets id, status and the ARIA attributes. */
  children: ReactElement;
  id?: string;
}) {
  const own = useId();
  const control = id ?? own;
  const note = `${control}-note`;
  return (
    <div className="field">
      <label htmlFor={control} className="field-label">
        {label}
        {required && (
          <span className="field-required" aria-hidden>
            *
          </span>
        )}
      </label>
      {cloneElement(children as ReactElement<Record<string, unknown>>, {
        id: control,
        status: error ? 'error' : undefined,
        'aria-invalid': error ? true : undefined,
        'aria-required': required || undefined,
        'aria-describedby': error || hint ? note : undefined,
      })}
      <div id={note} className={error ? 'field-error' : 'field-hint'} role={error ? 'alert' : undefined}>
        {error ?? hint}
      </div>
    </div>
  );
}
