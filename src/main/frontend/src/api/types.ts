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
  /** There are more than were counted; `total` is also how far one may page. */
  totalIsAtLeast: boolean;
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
  /** The task they hold, where one may see it. */
  nextTask?: string;
  /** The audit of the order that is under way already. */
  audit?: string;
  /** What has left the house and would have to be undone first. */
  undo?: { system: string; step: string; businessKey: string; at: string }[];
}

export type Me = Wire<S['esop.identity.PersonController.Me']>;
export type AuditEntry = Wire<S['esop.identity.AuditEntry']>;
export type Colleague = Wire<S['esop.identity.PersonController.Colleague']>;
export type LoginInfo = Wire<S['esop.identity.PersonController.LoginInfo']>;

export type Installation = Wire<S['esop.provisioning.web.Installation']>;
export type PartnerWorkOrder = Wire<S['esop.provisioning.web.PartnerWorkOrder']>;
export type PartnerWorkOrderDetail = Wire<S['esop.provisioning.web.PartnerWorkOrderDetail']>;

export type PartnerRegister = Wire<S['esop.provisioning.web.PartnerRegisterController.Register']>;
export type PartnerDetail = Wire<S['esop.provisioning.web.PartnerRegisterController.Detail']>;
export type RegisteredPartner = Wire<S['esop.provisioning.web.RegisteredPartner']>;
export type AdministeredPerson = Wire<S['esop.identity.administration.AdministeredPerson']>;
export type OrganizationUnit = Wire<S['esop.identity.administration.OrganizationTree.Unit']>;

export type Customer = Wire<S['esop.customer.web.CustomerRow']>;
export type CustomerDetail = Wire<S['esop.customer.web.CustomerPage']>;
export type Contact = Wire<S['esop.customer.Customer.Contact']>;

export type ItemAction = 'add' | 'modify' | 'delete';
export type Characteristic = With<
  Wire<S['esop.catalog.Characteristic']>,
  { type: 'string' | 'integer' | 'number' | 'boolean' | 'enum' | 'date'; default?: unknown }
>;
export type Product = With<
  Wire<S['esop.catalog.web.Product']>,
  {
    actions: ItemAction[];
    characteristics: Characteristic[];
    lifecycle: 'in-test' | 'launched' | 'retired';
  }
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
export type ChosenCharacteristic = Wire<S['esop.catalog.ChosenCharacteristic']>;
export type WithdrawalOutlook = Wire<S['esop.ordering.web.ProductOrderController.Outlook']>;
export type OrderRow = Wire<S['esop.ordering.web.OrderRow']>;
export type OrderItem = Wire<S['esop.ordering.web.OrderDetail.Item']>;
export type WorkOrder = Wire<S['esop.ordering.web.OrderDetail.WorkOrder']>;
export type ServiceOrder = Wire<S['esop.ordering.web.OrderDetail.ServiceOrder']>;
export type Validation = S['esop.ordering.web.ProductOrderController.Errors'];
export type SubscriptionOrder = Wire<S['esop.ordering.web.OrderDetail.SubscriptionOrder']>;
export type Subscription = Wire<S['esop.provisioning.web.SubscriptionController.Row']>;
export type OrderDetail = Wire<S['esop.ordering.web.OrderDetail']>;

export type NewIntake = Partial<S['esop.intake.NewIntake']>;
export type IntakeRow = Wire<S['esop.intake.web.IntakeRow']>;
export type IntakeDetail = Wire<S['esop.intake.web.IntakeDetail']>;
export type IntakeRoute = Wire<S['esop.intake.web.IntakeController.Route']>;
export type NewOpportunity = Partial<S['esop.opportunity.NewOpportunity']>;
export type OpportunityRow = Wire<S['esop.opportunity.web.OpportunityRow']>;
export type OpportunityDetail = Wire<S['esop.opportunity.web.OpportunityDetail']>;
export type OpportunityTemplate = Wire<S['esop.opportunity.OpportunityTemplate']>;
export type Funnel = Wire<S['esop.opportunity.Funnel']>;

export type CancellationRow = Wire<S['esop.cancellation.web.CancellationRow']>;
export type CancellationDetail = Wire<S['esop.cancellation.web.CancellationDetail']>;
export type CancellationLine = Wire<S['esop.cancellation.Line']>;
export type OrderAudit = Wire<S['esop.audit.OrderAudit']>;
export type AuditPage = Wire<S['esop.audit.web.AuditPage']>;
export type AuditDifference = Wire<S['esop.audit.web.AuditPage.Found']>;
export type InterfaceTrend = Wire<S['esop.audit.InterfaceTrend']>;
export type Assessment = Wire<S['esop.cancellation.web.CancellationController.Assessment']>;

/** An order's story and an instance's have the same form. */
export type TimelineEntry = Wire<S['esop.workflow.TaskHistory.Entry']>;

export type Call = Wire<S['esop.systems.CallView']>;
export type BackingSystem = With<
  Wire<S['esop.systems.web.SystemController.SystemView']>,
  { breaker: 'closed' | 'open' | 'half-open' }
>;

export type Task = With<Wire<S['esop.workflow.inbox.Task']>, { kind: 'task' | 'opinion' }>;
export type TaskView =
  'mine' | 'group' | 'all' | 'overdue' | 'substituted' | 'later' | 'started' | 'team' | 'cc' | 'done';
export type TaskActionName =
  | 'claim'
  | 'unclaim'
  | 'assign'
  | 'delegate'
  | 'resolve'
  | 'opinion-before'
  | 'opinion-after'
  | 'opinion-withdraw'
  | 'return'
  | 'take-back'
  | 'copy'
  | 'urge'
  | 'follow-up';
export type TaskAction = With<Wire<S['esop.workflow.action.ActionList.Action']>, { action: TaskActionName }>;
export type TaskPerson = S['esop.workflow.inbox.TaskController.Colleague'];
export type Opinion = With<
  Wire<S['esop.workflow.action.Opinion']>,
  { state: 'waiting' | 'open' | 'agreed' | 'disagreed' | 'withdrawn' | 'lapsed'; place: 'before' | 'after' }
>;
export type Presence = Wire<S['esop.workflow.dispatch.Presence']>;
export type DispatchChoice = Wire<S['esop.workflow.dispatch.DispatchChoice']>;
export type Considered = Wire<S['esop.workflow.dispatch.DispatchChoice.Considered']>;
export type TaskReason = With<
  Wire<S['esop.workflow.dispatch.TaskReason']>,
  { inputs: Record<string, unknown> }
>;
export type Absence = Wire<S['esop.workflow.substitution.Absence']>;
export type Absentee = Wire<S['esop.workflow.substitution.SubstitutionController.Whose']>;
export type ProcessRow = Wire<S['esop.workflow.instance.ProcessController.Process']>;
export type BulkRun = Wire<S['esop.workflow.action.BulkRun']>;
export type BulkItem = Wire<S['esop.workflow.action.BulkRun.Item']>;
export type Attachment = Wire<S['esop.workflow.attachment.Attachment']>;
export type Notice = Wire<S['esop.workflow.notice.Notice']>;
export type TaskCounts = S['esop.workflow.inbox.TaskController.Counts'];
export type TaskForm = With<
  S['esop.workflow.inbox.TaskController.Form'],
  { schema: object; data: Record<string, unknown> }
>;
export type KeptFilter = Wire<S['esop.workflow.filter.FilterController.Row']>;
export type FilterGroup = S['esop.workflow.filter.FilterController.Group'];
export type DeployedProcess = Wire<S['esop.workflow.instance.ProcessController.Process']>;
export type TaskDraft = With<Wire<S['esop.workflow.draft.Drafts.Draft']>, { data: Record<string, unknown> }>;
export type TeamMember = S['esop.workflow.team.TeamController.Member'];
export type Matter = Wire<S['esop.workflow.matter.MatterController.Matter']>;
export type Started = Wire<S['esop.workflow.matter.StartController.Started']>;
export type TaskComment = Wire<S['esop.workflow.inbox.Comments.Comment']>;

export type Diagram = Wire<S['esop.workflow.instance.Instances.DiagramWithState']>;

export type WorkOrderPage = Wire<S['esop.provisioning.web.WorkOrderPage']>;
export type WorkOrderDetail = Wire<S['esop.provisioning.web.WorkOrderDetail']>;

export type Rollback = Wire<S['esop.provisioning.web.RollbackPage']>;
export type RollbackBatch = Wire<S['esop.provisioning.RollbackBatches.Batch']>;
export type RollbackBatchSummary = Wire<S['esop.provisioning.RollbackBatches.Summary']>;
export type RollbackPreview = Wire<S['esop.provisioning.Rollbacks.Preview']>;

export type Fallout = Wire<S['esop.provisioning.web.FalloutRow']>;
export type FalloutGroup = Wire<S['esop.provisioning.web.FalloutGroup']>;
export type FalloutDetail = Wire<S['esop.provisioning.web.FalloutController.FalloutPage']>;
export type TargetHealth = Wire<S['esop.systems.SystemHealth.Health']>;
export type ResendRun = Wire<S['esop.provisioning.web.ResendRun']>;
export type ResendItem = Wire<S['esop.provisioning.web.ResendRun.Item']>;
export type CallDetail = Wire<S['esop.systems.web.CallDetail']>;

export type NotTakenCallback = Wire<S['esop.systems.web.CallbackRow']>;
export type CallResent = Wire<S['esop.provisioning.CallResends.Resent']>;

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

export type CalendarRow = Wire<S['esop.workflow.calendar.CalendarPages.Row']>;
export type CalendarPage = Wire<S['esop.workflow.calendar.CalendarPages.Page']>;
export type CalendarContent = CalendarPage['own'];
export type CalendarDay = CalendarContent['days'][number];
export type CalendarHours = CalendarContent['hours'][number];
export type CalendarYear = CalendarContent['years'][number];
export type CalendarRecount = CalendarPage['recounts'][number];
export type RecountChange = Wire<S['esop.workflow.calendar.RecountChange']>;
export type CalendarPreview = Wire<S['esop.workflow.calendar.CalendarChanges.Preview']>;
export type HolidayReport = Wire<S['esop.workflow.calendar.HolidayFile.Report']>;
export type WorkingCalendar = Wire<S['esop.workflow.calendar.ProvinceCalendarController.Province']>;
export type TaskTime = Wire<S['esop.workflow.calendar.TaskTime']>;
export type TaskClock = Wire<S['esop.workflow.calendar.TaskClockController.ClockView']>;
export type TimeAccount = Wire<S['esop.workflow.TimeAccounts.Account']>;
