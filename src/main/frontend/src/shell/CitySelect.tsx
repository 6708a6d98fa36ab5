import { Select } from 'antd';
import { useBilingual } from '../ui/words';
import { useMe } from './session';

/** To which of one's cities a list is narrowed; not shown to whoever has only one. */
export function CitySelect({
  label,
  width = 120,
  value,
  onChange,
}: {
  label: string;
  width?: number;
  value: string | undefined;
  onChange: (city: string) => void;
}) {
  const { cities } = useMe();
  const bilingual = useBilingual();
  if (cities.length < 2) return null;
  return (
    <Select
      allowClear
      aria-label={label}
      placeholder={label}
      style={{ width }}
      value={value}
      onChange={onChange}
      options={cities.map((city) => ({ value: city.id, label: bilingual(city, 'name') }))}
    />
  );
}
