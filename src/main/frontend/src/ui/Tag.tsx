import type { ReactNode } from 'react';
import './tag.css';

export type Tone = 'plain' | 'info' | 'good' | 'warn' | 'bad';

/** A short word on a quiet ground; the word says it, the colour only helps. */
export function Tag({
  tone = 'plain',
  children,
  title,
}: {
  tone?: Tone;
  children: ReactNode;
  title?: string;
}) {
  return (
    <span className={`tag tag-${tone}`} title={title}>
      {children}
    </span>
  );
}
