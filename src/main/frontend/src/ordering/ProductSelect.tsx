import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useBilingual } from '../ui/words';
import { productsQuery } from './queries';

/** To which product a list is narrowed. */
export function ProductSelect({
  label,
  width,
  value,
  onChange,
}: {
  label: string;
  width: number;
  value: string | undefined;
  onChange: (product: string) => void;
}) {
  const bilingual = useBilingual();
  const products = useQuery(productsQuery);
  return (
    <Select
      allowClear
      aria-label={label}
      placeholder={label}
      style={{ width }}
      value={value}
      onChange={onChange}
      options={products.data?.map((product) => ({ value: product.id, label: bilingual(product, 'name') }))}
    />
  );
}
