import type { Characteristic, Product } from '../../api/types';
import type { Draft } from './draft';

/** Errors by field, named as the server names them: items[0].characteristics.bandwidth. */
export type Errors = Record<string, string>;

/** Says a rule in words. */
export type Say = (
  rule:
    | 'required'
    | 'customer'
    | 'items'
    | 'integer'
    | 'number'
    | 'min'
    | 'max'
    | 'maxLength'
    | 'pattern'
    | 'option'
    | 'date'
    | 'quantity'
    | 'past'
    | 'unsold',
  values?: Record<string, string | number>,
) => string;

export const MAX_NOTE = 500;
const MAX_QUANTITY = 100_000;

export function validate(
  draft: Draft,
  products: Map<string, Product>,
  today: string,
  say: Say,
  english: boolean,
): Errors {
  const errors: Errors = {};
  if (!draft.customer) errors.customerId = say('customer');
  if (draft.items.length === 0) errors.items = say('items');
  draft.items.forEach((item, index) => {
    const quantity = item.quantity;
    if (quantity === null || !Number.isInteger(quantity) || quantity < 1 || quantity > MAX_QUANTITY) {
      errors[`items[${index}].quantity`] = say('quantity', { max: MAX_QUANTITY });
    }
    if (item.action === 'delete') return;
    const product = products.get(item.offeringId);
    if (product?.orderable === false) errors[`items[${index}].offeringId`] = say('unsold');
    for (const characteristic of product?.characteristics ?? []) {
      const error = check(characteristic, item.characteristics[characteristic.name], say, english);
      if (error) errors[`items[${index}].characteristics.${characteristic.name}`] = error;
    }
  });
  if (draft.requestedDate && draft.requestedDate < today) errors.requestedDate = say('past');
  if (draft.note.length > MAX_NOTE) errors.note = say('maxLength', { max: MAX_NOTE });
  return errors;
}

/** What is wrong with the value of one characteristic. */
export function check(rule: Characteristic, value: unknown, say: Say, english: boolean): string | undefined {
  if (value === undefined || value === null || value === '')
    return rule.required ? say('required') : undefined;
  switch (rule.type) {
    case 'integer':
    case 'number':
      if (typeof value !== 'number' || Number.isNaN(value)) return say('number');
      if (rule.type === 'integer' && !Number.isInteger(value)) return say('integer');
      if (isSet(rule.min) && value < rule.min) return say('min', { min: rule.min });
      if (isSet(rule.max) && value > rule.max) return say('max', { max: rule.max });
      return undefined;
    case 'enum':
      return rule.options?.some((option) => option.value === value) ? undefined : say('option');
    case 'date':
      return /^\d{4}-\d\d-\d\d$/.test(String(value)) ? undefined : say('date');
    case 'boolean':
      return undefined;
    case 'string': {
      const text = String(value);
      if (isSet(rule.maxLength) && text.length > rule.maxLength)
        return say('maxLength', { max: rule.maxLength });
      if (rule.pattern && !new RegExp(`^(?:${rule.pattern})$`).test(text)) {
        const hint = (english ? rule.patternHintEn : rule.patternHint) ?? rule.patternHint;
        return hint || say('pattern');
      }
      return undefined;
    }
  }
}

function isSet(limit: number | null | undefined): limit is number {
  return limit !== undefined && limit !== null;
}
