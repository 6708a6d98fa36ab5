import type { components } from './schema';

/*
 * What the server's API says and takes, by its own description (openapi.json, from which schema.d.ts is made). What the
 * description leaves out of a value's words (which states there are, which views) is said here.
 */
type S = components['schemas'];

/** The server writes null where it has nothing. */
type Wire<T> = T extends (infer I)[]
  ? Wire<I>[]
  : T extends object
    ? {
        [K in keyof T]: undefined extends T[K]
          ? Wire<Exclude<T[K], undefined>> | null | undefined
          : Wire<T[K]>;
      }
    : T;

type With<T, U> = Omit<T, keyof U> & U;

export interface Page<T> {
  items: T[];
  total: number;
  page: number;
  size: number;
}

export type FieldError = S['esop.web.FieldError'];

/** How every error is told (RFC 9457). */
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

export type Me = Wire<S['esop.identity.PersonController.Me']>;
export type Colleague = Wire<S['esop.identity.PersonController.Colleague']>;
export type LoginInfo = Wire<S['esop.identity.PersonController.LoginInfo']>;

export type Customer = Wire<S['esop.customer.web.CustomerRow']>;

export type ItemAction = 'add' | 'modify' | 'delete';
export type Characteristic = With<
  Wire<S['esop.catalog.Characteristic']>,
  { type: 'string' | 'integer' | 'number' | 'boolean' | 'enum' | 'date'; default?: unknown }
>;
export type Product = With<
  Wire<S['esop.catalog.web.Product']>,
  { actions: ItemAction[]; characteristics: Characteristic[] }
>;

export type NewOrder = With<
  S['esop.ordering.NewOrder'],
  {
    items: {
      offeringId: string;
      action: ItemAction;
      quantity: number;
      characteristics: Record<string, unknown>;
    }[];
  }
>;
type NewItem = NewOrder['items'][number];
export type OrderTemplate = With<
  Wire<S['esop.ordering.web.OrderTemplateController.TemplateRow']>,
  {
    items: {
      offeringId: string;
      action?: ItemAction | null;
      quantity?: number | null;
      characteristics?: NewItem['characteristics'] | null;
    }[];
  }
>;
export type OrderRow = Wire<S['esop.ordering.web.OrderRow']>;
export type OrderItem = Wire<S['esop.ordering.web.OrderDetail.Item']>;
export type WorkOrder = Wire<S['esop.ordering.web.OrderDetail.WorkOrder']>;
export type ServiceOrder = Wire<S['esop.ordering.web.OrderDetail.ServiceOrder']>;
export type OrderDetail = Wire<S['esop.ordering.web.OrderDetail']>;

/** An order's story and an instance's have the same form. */
export type TimelineEntry = Wire<S['esop.ordering.web.Timeline.Entry']>;

export type Call = Wire<S['esop.systems.CallView']>;
export type BackingSystem = With<
  Wire<S['esop.systems.web.SystemController.SystemView']>,
  { breaker: 'closed' | 'open' | 'half-open' }
>;

export type Task = Wire<S['esop.workflow.inbox.Task']>;
export type TaskView = 'mine' | 'group' | 'all' | 'overdue' | 'done';
export type TaskCounts = S['esop.workflow.inbox.TaskList.Counts'];
export type TaskForm = With<
  S['esop.workflow.inbox.TaskController.Form'],
  { schema: object; data: Record<string, unknown> }
>;
export type TaskComment = Wire<S['esop.workflow.inbox.Comments.Comment']>;

export type Diagram = Wire<S['esop.workflow.instance.Instances.DiagramWithState']>;

export type WorkOrderPage = Wire<S['esop.provisioning.web.WorkOrderPage']>;

export type Rollback = Wire<S['esop.provisioning.web.RollbackPage']>;
export type RollbackBatch = Wire<S['esop.provisioning.RollbackBatches.Batch']>;
export type RollbackPreview = Wire<S['esop.provisioning.Rollbacks.Preview']>;

export type Fallout = Wire<S['esop.provisioning.web.FalloutRow']>;
export type FalloutGroup = Wire<S['esop.provisioning.web.FalloutGroup']>;
export type FalloutDetail = Wire<S['esop.provisioning.web.FalloutController.FalloutPage']>;
export type TargetHealth = Wire<S['esop.systems.SystemHealth.Health']>;
export type ResendRun = Wire<S['esop.provisioning.web.ResendRun']>;
export type ResendItem = Wire<S['esop.provisioning.web.ResendRun.Item']>;
export type CallDetail = Wire<S['esop.systems.web.CallDetail']>;

export type ResendRule = Wire<S['esop.systems.resend.ResendRule']>;
export type ResendRules = Wire<S['esop.systems.resend.ResendRuleController.Rules']>;
export type ResendTrial = Wire<S['esop.systems.resend.Trial']>;

export type DecisionRow = Wire<S['esop.workflow.table.TableViews.Row']>;
export type DecisionPage = Wire<S['esop.workflow.table.TableViews.Page']>;
export type DecisionTable = Wire<S['esop.workflow.table.Table']>;
export type TableDifference = Wire<S['esop.workflow.table.TableDiff']>;
export type TableTrial = With<
  Wire<S['esop.workflow.table.TableTrial.Result']>,
  { outputs: Record<string, unknown>[] }
>;
