import type { OrderDetail } from '../api/types';
import { StateTag } from '../ui/StateTag';
import { useBilingual, useWord } from '../ui/words';
import { useCharacteristicValue } from '../ui/useCharacteristicValue';

/** What the customer ordered, with every characteristic. */
export function Items({ order }: { order: OrderDetail }) {
  const bilingual = useBilingual();
  const value = useCharacteristicValue();
  const word = useWord();
  return (
    <div className="items">
      {order.items.map((item) => (
        <section key={item.id} aria-label={bilingual(item, 'name')}>
          <header>
            <b>{bilingual(item, 'name')}</b>
            <span className="muted">
              {word('ordering:action', item.action)} × {item.quantity}
            </span>
            <StateTag state={item.state} />
          </header>
          {item.characteristics.length > 0 && (
            <dl className="facts">
              {item.characteristics.map((characteristic) => (
                <div key={characteristic.name}>
                  <dt>{bilingual(characteristic, 'label')}</dt>
                  <dd>{value(characteristic)}</dd>
                </div>
              ))}
            </dl>
          )}
        </section>
      ))}
    </div>
  );
}
