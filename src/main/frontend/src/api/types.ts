/** What the server's API says and takes. Times are ISO 8601 with offset. */
export interface Page<T> {
  items: T[];
  total: number;
  page: number;
  size: number;
}

export interface FieldError {
  field: string;
  message: string;
}

export interface Problem {
  type?: string;
  title?: string;
  status: number;
  detail?: string;
  errors?: FieldError[];
  claimedBy?: string;
  claimedByName?: string;
  claimedAt?: string;
}

export interface City {
  id: string;
  name: string;
  nameEn: string;
}

export interface Me {
  id: string;
  name: string;
  organization: string;
  roles: string[];
  cities: City[];
  modules: string[];
  home: string;
  demo: boolean;
}

export interface Colleague {
  id: string;
  name: string;
  organization: string;
}

export interface LoginInfo {
  demo: boolean;
  people?: { id: string; name: string; roleName: string; roleNameEn?: string }[];
}

export interface Customer {
  id: string;
  name: string;
  city: string;
  cityName: string;
  level: string;
  industry: string;
  memberCount: number;
  manager?: string | null;
  contact?: { name: string; phoneMasked: string } | null;
  address?: string | null;
}

export interface Option {
  value: string;
  label: string;
  labelEn?: string;
}

export interface Characteristic {
  name: string;
  label: string;
  labelEn?: string;
  type: 'string' | 'integer' | 'number' | 'boolean' | 'enum' | 'date';
  required: boolean;
  default?: unknown;
  min?: number | null;
  max?: number | null;
  maxLength?: number | null;
  pattern?: string | null;
  patternHint?: string | null;
  patternHintEn?: string | null;
  options?: Option[] | null;
  unit?: string | null;
  unitEn?: string | null;
}

export interface Product {
  id: string;
  name: string;
  nameEn: string;
  description: string;
  descriptionEn: string;
  type: 'simple' | 'bundle';
  components: string[];
  cities: string[];
  price: { recurring?: number | null; oneTime?: number | null; unit?: string | null; unitEn?: string | null };
  commitmentMonths?: number | null;
  actions: ItemAction[];
  orderable?: boolean;
  /** Why it cannot be ordered now. */
  reason?: string | null;
  characteristics: Characteristic[];
}

export type ItemAction = 'add' | 'modify' | 'delete';

export interface NewOrder {
  customerId: string;
  items: {
    offeringId: string;
    action: ItemAction;
    quantity: number;
    characteristics: Record<string, unknown>;
  }[];
  requestedDate?: string;
  priority?: number;
  note?: string;
}

export interface OrderRow {
  id: string;
  state: string;
  customerId: string;
  customerName: string;
  city: string;
  products: { offeringId: string; name: string; nameEn: string; action: string }[];
  requestedDate?: string | null;
  due?: string | null;
  created: string;
  createdBy: string;
  createdByName: string;
  completed?: string | null;
  priority: number;
  late: boolean;
  progress: { done: number; total: number };
  held: boolean;
  revision: number;
}

export interface OrderItem {
  id: string;
  offeringId: string;
  name: string;
  nameEn: string;
  action: string;
  quantity: number;
  state: string;
  characteristics: {
    name: string;
    label: string;
    labelEn?: string;
    value: unknown;
    valueLabel?: string | null;
    valueLabelEn?: string | null;
    unit?: string | null;
    unitEn?: string | null;
  }[];
}

export interface WorkOrder {
  id: string;
  state: string;
  unit: string;
  unitName: string;
  unitNameEn: string;
  due?: string | null;
  created: string;
  completed?: string | null;
  feedback?: string | null;
  openFallout?: string | null;
}

export interface ServiceOrder {
  id: string;
  state: string;
  path?: string | null;
  pathName?: string | null;
  pathNameEn?: string | null;
  product: string;
  productName: string;
  productNameEn: string;
  action: string;
  level: number;
  dependsOn?: string[] | null;
  due?: string | null;
  created: string;
  completed?: string | null;
  message?: string | null;
  workOrders: WorkOrder[];
}

export interface OrderCustomer {
  id: string;
  name: string;
  city: string;
  level: string;
  address?: string | null;
  contact?: { name: string; title?: string | null; phoneMasked?: string | null } | null;
}

export interface OrderDetail {
  id: string;
  state: string;
  category?: string | null;
  customer: OrderCustomer;
  items: OrderItem[];
  requestedDate?: string | null;
  due?: string | null;
  priority: number;
  note?: string | null;
  created: string;
  createdBy: string;
  createdByName: string;
  completed?: string | null;
  late: boolean;
  /** Why it was rejected. */
  message?: string | null;
  serviceOrders: ServiceOrder[];
  actions: string[];
  instanceId?: string | null;
  revision: number;
  mirror?: { state?: string | null; at?: string | null } | null;
}

export interface TimelineEntry {
  at: string;
  kind: string;
  actor?: string | null;
  actorName?: string | null;
  subject?: string | null;
  text: string;
}

export interface Call {
  key: string;
  aggregate: string;
  step: string;
  generation: number;
  system: string;
  operation: string;
  state: string;
  attempts: number;
  nextAt?: string | null;
  errorClass?: string | null;
  message?: string | null;
  externalId?: string | null;
  request: unknown;
  answer?: unknown;
  created: string;
  answered?: string | null;
}

export interface BackingSystem {
  id: string;
  name: string;
  nameEn: string;
  breaker: 'closed' | 'open' | 'half-open';
  health?: string | null;
  pending: number;
  failed: number;
}

export interface Task {
  id: string;
  name: string;
  nameEn?: string | null;
  process: string;
  processName: string;
  processNameEn?: string | null;
  businessKey: string;
  subject?: string | null;
  subjectEn?: string | null;
  customer?: { id: string; name: string } | null;
  city: string;
  assignee?: string | null;
  assigneeName?: string | null;
  candidateGroups: string[];
  created: string;
  due?: string | null;
  completed?: string | null;
  state: 'created' | 'claimed' | 'completed';
  priority: number;
  revision: number;
  instanceId: string;
  rootBusinessKey?: string | null;
}

export type TaskView = 'mine' | 'group' | 'all' | 'overdue' | 'done';

export type TaskCounts = Record<'mine' | 'group' | 'all' | 'overdue', number>;

export interface TaskForm {
  schema: object;
  data: Record<string, unknown>;
  revision: number;
}

export interface TaskComment {
  id: string;
  at: string;
  author: string;
  authorName?: string | null;
  text: string;
}

export interface Diagram {
  process: string;
  name: string;
  nameEn?: string | null;
  xml: string;
  labelsEn: Record<string, string>;
  active: { activityId: string; count: number }[];
  completed: string[];
  failed: string[];
  calls: { activityId: string; instanceId: string; businessKey?: string | null }[];
}

export interface Fallout {
  id: string;
  orderId: string;
  serviceOrderId: string;
  workOrderId?: string | null;
  system: string;
  step: string;
  errorClass: string;
  message: string;
  state: 'open' | 'resolved';
  created: string;
  due?: string | null;
  attempts: number;
  resolution?: string | null;
  taskId?: string | null;
}
