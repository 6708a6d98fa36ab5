import './waiting.css';

/** Grey lines where text will stand in a moment. */
export function Waiting({ rows = 6 }: { rows?: number }) {
  return (
    <div className="waiting" aria-hidden>
      {Array.from({ length: rows }, (_, row) => (
        <span key={row} />
      ))}
    </div>
  );
}
