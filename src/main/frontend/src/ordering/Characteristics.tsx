import type { ChosenCharacteristic } from '../api/types';
import { useCharacteristicValue } from '../ui/useCharacteristicValue';
import { useBilingual } from '../ui/words';

/** What was chosen of a product, in its words. */
export function Characteristics({ of }: { of: ChosenCharacteristic[] }) {
  const bilingual = useBilingual();
  const value = useCharacteristicValue();
  return (
    <dl className="facts">
      {of.map((characteristic) => (
        <div key={characteristic.name}>
          <dt>{bilingual(characteristic, 'label')}</dt>
          <dd>{value(characteristic)}</dd>
        </div>
      ))}
    </dl>
  );
}
