import './chips.css';

/** One of a few values, or all. */
export function Chips({
  label,
  all,
  values,
  value,
  onChange,
}: {
  label: string;
  all: string;
  values: { value: string; label: string }[];
  value: string | undefined;
  onChange: (value: string | undefined) => void;
}) {
  return (
    <div className="chips" role="group" aria-label={label}>
      {[{ value: '', label: all }, ...values].map((chip) => (
        <button
          key={chip.value}
          type="button"
          aria-pressed={(value ?? '') === chip.value}
          onClick={() => onChange(chip.value || undefined)}
        >
          {chip.label}
        </button>
      ))}
    </div>
  );
}
