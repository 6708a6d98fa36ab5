import './progress.css';

/** How many of how many are done, as a bar and in figures. */
export function Progress({ done, total, label }: { done: number; total: number; label: string }) {
  return (
    <div className="progress">
      <div
        className="progress-rail"
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={total}
        aria-valuenow={done}
      >
        <div
          style={{ width: `${total ? (done / total) * 100 : 0}%` }}
          data-full={total > 0 && done === total}
        />
      </div>
      <span>
        {done}/{total}
      </span>
    </div>
  );
}
