import { newKey } from '../../api/key';
import type { IntakeDetail, ItemAction, NewOrder, OrderTemplate, Product } from '../../api/types';
import { MAX_NOTE } from './validate';

/** An order while it is being entered; what the server keeps as the person's draft. */
export interface Draft {
  customer?: { id: string; name: string };
  items: DraftItem[];
  requestedDate?: string;
  priority: number;
  note: string;
  /** Whom to call about it; without a number it is one of the customer's contacts. */
  contact?: { name: string; phone: string };
  /** The template it was begun from. */
  templateId?: string;
  /** The intake it is placed for. */
  intakeId?: string;
}

export interface DraftItem {
  /** Tells equal products apart on the screen. */
  key: string;
  offeringId: string;
  action: ItemAction;
  quantity: number | null;
  characteristics: Record<string, unknown>;
}

export const emptyDraft: Draft = { items: [], priority: 2, note: '' };

export function isEmpty(draft: Draft): boolean {
  return !draft.customer && draft.items.length === 0 && !draft.note && !draft.requestedDate;
}

/** An item as it starts: one piece, every characteristic at its default. */
export function newItem(product: Product): DraftItem {
  return {
    key: newKey(),
    offeringId: product.id,
    action: product.actions[0] ?? 'add',
    quantity: 1,
    characteristics: Object.fromEntries(
      product.characteristics
        .filter((characteristic) => characteristic.default !== undefined && characteristic.default !== null)
        .map((characteristic) => [characteristic.name, characteristic.default]),
    ),
  };
}

/** Another product in an item's place: what was said of it stays, as far as the new product knows it. */
export function replaced<T extends Pick<DraftItem, 'characteristics'>>(item: T, product: Product) {
  const fresh = newItem(product);
  const known = new Set(product.characteristics.map(({ name }) => name));
  const kept = Object.entries(item.characteristics).filter(([name]) => known.has(name));
  return {
    ...item,
    offeringId: product.id,
    action: fresh.action,
    characteristics: { ...fresh.characteristics, ...Object.fromEntries(kept) },
  };
}

/** What a template holds is added to what was entered before; nothing typed is lost. */
export function withTemplate(draft: Draft, template: OrderTemplate): Draft {
  return {
    ...draft,
    templateId: template.id,
    priority: template.priority,
    note: draft.note || template.note || '',
    items: [
      ...draft.items,
      ...template.items.map((item) => ({
        key: newKey(),
        offeringId: item.offeringId,
        action: item.action ?? 'add',
        quantity: item.quantity ?? 1,
        characteristics: item.characteristics ?? {},
      })),
    ],
  };
}

/** The order an intake asks for: customer, products and everything that was said come along. */
export function ofIntake(intake: IntakeDetail, products: Product[]): Draft {
  const action: ItemAction =
    intake.kind === 'change' ? 'modify' : intake.kind === 'cancellation' ? 'delete' : 'add';
  return {
    ...emptyDraft,
    intakeId: intake.id,
    customer: intake.customerId ? { id: intake.customerId, name: intake.customerName } : undefined,
    note: [intake.need, ...intake.notes.map(({ text }) => text)].join('\n').slice(0, MAX_NOTE),
    items: intake.products.flatMap(({ offeringId }) => {
      const product = products.find(({ id }) => id === offeringId);
      if (!product) return [];
      const item = newItem(product);
      return [{ ...item, action: product.actions.includes(action) ? action : item.action }];
    }),
  };
}

/** What is sent: nothing that was left empty. */
export function toOrder(draft: Draft): NewOrder {
  return {
    customerId: draft.customer?.id ?? '',
    items: toItems(draft),
    requestedDate: draft.requestedDate,
    priority: draft.priority,
    note: draft.note.trim() || undefined,
    templateId: draft.templateId,
    contact: contactOf(draft),
  };
}

function contactOf({ contact }: Draft): NewOrder['contact'] {
  const name = contact?.name.trim();
  const phone = contact?.phone.trim();
  return name || phone ? { name, phone: phone || undefined } : undefined;
}

export function toItems(draft: Draft): NewOrder['items'] {
  return draft.items.map(({ offeringId, action, quantity, characteristics }) => ({
    offeringId,
    action,
    quantity: quantity ?? 0,
    characteristics: Object.fromEntries(
      Object.entries(characteristics).filter(
        ([, value]) => value !== undefined && value !== null && value !== '',
      ),
    ),
  }));
}
