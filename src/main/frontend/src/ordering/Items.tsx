import type { OrderDetail } from '../api/types';
import { StateTag } from '../ui/StateTag';
import { useBilingual, useWord } from '../ui/words';
import { Characteristics } from './Characteristics';

/** What the customer ordered, with every characteristic. */
export function Items({ order }: { order: OrderDetail }) {
  const bilingual = useBilingual();
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
          {item.characteristics.length > 0 && <Characteristics of={item.characteristics} />}
        </section>
      ))}
    </div>
  );
}
