import { useKeptDraft } from '../../ui/useKeptDraft';
import { emptyDraft, isEmpty, type Draft } from './draft';

export const useDraft = () => useKeptDraft<Draft>('/api/orders/draft', emptyDraft, isEmpty);
