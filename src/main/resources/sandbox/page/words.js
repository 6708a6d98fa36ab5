/** What the page says, Chinese first. States, operations and faults without an entry are shown as they are. */
const zh = {
  title: 'ESOP 仿真后台系统',
  subtitle: '按 TM Forum 开放接口应答的仿真系统：可查看、可人工答复、可制造故障',
  language: 'English',
  live: '实时刷新', paused: '连接中断，正在重试',
  healAll: '全部修复', healthy: '正常', broken: '故障中',
  asked: '收到请求', open: '在途', untold: '待送回调',
  answers: '答复', manual: '人工答复', monitor: '202', monitorHint: '先答 202 和监视器，办结后再回调', after: '毫秒', afterHint: '从收到请求到办结的毫秒数', manualHint: '新工单等待人工在“在途工单”里办理',
  fault: '故障', break: '设障', heal: '修复', timesHint: '次数，留空为持续', more: '更多',
  delayMs: '延时（毫秒）', probability: '概率', operation: '仅限操作', anyOperation: '全部操作', containing: '报文包含', containingHint: '如客户编号：只影响含有这段文字的请求', left: n => `还剩 ${n} 次`, leftForever: '持续',
  tabOpen: '在途工单', tabLedger: '请求台账', tabRecords: '系统记录', tabCallbacks: '回调',
  system: '系统', allSystems: '全部系统', resource: '资源', state: '状态', id: '编号', externalId: '外部编号', externalIdOrName: '外部编号 / 名称', created: '时间', time: '时间',
  key: '幂等键', applied: '结果', status: '应答码', action: '操作', attempts: '送达次数', event: '事件', result: '对方答复',
  complete: '办结', fail: '失败', reject: '拒绝', hold: '挂起', resume: '恢复', partial: '部分完成', completeAll: '全部办结',
  priority: '优先级', urged: '催单', waits: '等待人工', goesOn: '自动进行中', noAnswer: '未应答', reads: '含查询', search: '按外部编号或幂等键筛选',
  emptyOpen: '没有在途工单。打开某个系统的“人工答复”后，新工单会在这里等待办理。',
  emptyLedger: '还没有收到请求。ESOP 发来的每一个请求都会先记在这里，再被处理。',
  emptyRecords: '这里还没有记录。', emptyCallbacks: '还没有回调。异步答复由仿真系统签名后送回 ESOP。', emptyFiltered: '没有符合条件的条目。',
  newer: '上一页', older: '下一页', page: (from, to, total) => total ? `第 ${from}–${to} 条，共 ${total} 条` : '',
  reasonFor: { complete: '办结说明（可选）', fail: '失败原因', reject: '拒绝原因', hold: '挂起原因', resume: '恢复说明（可选）', partial: '缺少的部分' },
  reasonHint: { complete: '已按要求施工', fail: '现场不具备施工条件', reject: '不在覆盖范围内', hold: '等待对端省资源核查', resume: '核查完成', partial: '备用路由未开通' },
  sendDown: '下发', sendDownName: '下发订单', sendDownHint: '以 first-level-client 的身份向 ESOP 下单，并订阅其事件', sentDown: id => `已下发 ${id}`, customer: '客户编号', product: '产品',
  sendLead: '上报', sendLeadName: '上报商机', sendLeadHint: '以该系统的账号向 ESOP 上报商机（TMF699）', leadSent: id => `已上报 ${id}`, from: '来源系统', lead: '商机', leadExample: '门店监控专线', fromNames: { crm: 'CRM', bi: '经营分析', web: '网上营业厅', agent: '代理商' },
  cancel: '取消', ok: '确定', close: '关闭', copy: '复制', copied: '已复制', request: '请求内容', emptyBody: '（无内容）',
  record: '记录', changeBehind: '绕过 ESOP 改动此记录', changeHint: '只写要改的字段（JSON）。ESOP 不会得到通知，供稽核演练。', change: '改动', changed: '记录已改动，ESOP 未被通知',
  notJson: '不是有效的 JSON 对象', done: '已办理', broke: '故障已设置', healed: '已修复', saved: '已保存', body: '回调内容', manner: '回调方式',
  appliedWords: { yes: '生效', duplicate: '重复', conflict: '冲突', refused: '拒绝', read: '查询' },
  callbackWords: { waiting: '待送', delivered: '已送达', refused: '被拒收' },
  verbs: { create: '新建', patch: '修改', delete: '删除', read: '查看', find: '查询' },
  states: {
    acknowledged: '已受理', inProgress: '处理中', completed: '已完成', failed: '失败', rejected: '已拒绝', cancelled: '已取消', held: '挂起', pending: '待处理', partial: '部分完成',
    assessingCancellation: '撤单评估中', pendingCancellation: '待撤单', active: '已开通', inactive: '已停用', terminated: '已终止', reserved: '已预占', released: '已释放', initial: '排队中',
    accepted: '已接收', done: '已办结', terminatedWithError: '已驳回', validated: '已核实', InProgress: '进行中', Completed: '已完成', Failed: '失败', designed: '已设计', feasibilityChecked: '已核查',
  },
  faults: {
    delay: '应答延迟', error500: '报错 500', refuse: '业务拒绝', 'timeout-before': '超时·未生效', 'timeout-after': '超时·已生效', garbage: '乱码网页', truncated: '应答截断', reset: '连接重置',
    large: '超大应答', trickle: '极慢应答', 'duplicate-callback': '重复回调', 'callback-first': '回调先到', 'reorder-callbacks': '回调乱序', silent: '沉默无回调', 'wrong-state': '错误状态', 'by-hand': '转人工答复', ok: '正常',
  },
};

const en = {
  title: 'ESOP sandbox of backing systems',
  subtitle: 'Simulated systems that speak the TM Forum Open APIs: look at them, answer for them, break them',
  language: '中文',
  live: 'Live', paused: 'Connection lost, trying again',
  healAll: 'Heal all', healthy: 'Healthy', broken: 'Broken',
  asked: 'Requests', open: 'Open', untold: 'To call back',
  answers: 'Answer', manual: 'By hand', monitor: '202', monitorHint: 'First 202 and a monitor, the callback when it is done', after: 'ms', afterHint: 'Milliseconds from the request to the final state', manualHint: 'New orders wait under “Open orders” until a person answers',
  fault: 'Fault', break: 'Break', heal: 'Heal', timesHint: 'Times; empty for ever', more: 'More',
  delayMs: 'Delay (ms)', probability: 'Probability', operation: 'Operation', anyOperation: 'every operation', containing: 'Containing', containingHint: 'For example a customer number: strikes only requests with this text', left: n => `${n} left`, leftForever: 'lasting',
  tabOpen: 'Open orders', tabLedger: 'Ledger', tabRecords: 'Records', tabCallbacks: 'Callbacks',
  system: 'System', allSystems: 'All systems', resource: 'Resource', state: 'State', id: 'Id', externalId: 'External id', externalIdOrName: 'External id / name', created: 'Time', time: 'Time',
  key: 'Idempotency key', applied: 'Applied', status: 'Status', action: 'Operation', attempts: 'Attempts', event: 'Event', result: 'Answer to it',
  complete: 'Complete', fail: 'Fail', reject: 'Reject', hold: 'Hold', resume: 'Go on', partial: 'In part', completeAll: 'Complete all',
  priority: 'Priority', urged: 'Urged', waits: 'waits for a person', goesOn: 'goes on by itself', noAnswer: 'no answer', reads: 'Questions too', search: 'External id or key',
  emptyOpen: 'No open orders. Switch a system to “By hand” and its new orders will wait here.',
  emptyLedger: 'Nothing was asked yet. Every request of ESOP is written down here before it is looked at.',
  emptyRecords: 'No records here yet.', emptyCallbacks: 'No callbacks yet. Later answers are signed and sent back to ESOP.', emptyFiltered: 'Nothing matches.',
  newer: 'Previous', older: 'Next', page: (from, to, total) => total ? `${from}–${to} of ${total}` : '',
  reasonFor: { complete: 'Remark (optional)', fail: 'Reason of the failure', reject: 'Reason of the rejection', hold: 'What it waits for', resume: 'Remark (optional)', partial: 'What is missing' },
  reasonHint: { complete: 'Built as ordered', fail: 'Site is not ready', reject: 'Not in the covered area', hold: 'The other province is looking for resources', resume: 'Found', partial: 'The second route is missing' },
  sendDown: 'Send down', sendDownName: 'Order down', sendDownHint: 'Orders from ESOP as first-level-client and listens to its events', sentDown: id => `${id} sent down`, customer: 'Customer', product: 'Product',
  sendLead: 'Send', sendLeadName: 'Send a lead', sendLeadHint: 'Sends ESOP an opportunity (TMF699) with the account of that system', leadSent: id => `${id} sent`, from: 'From', lead: 'Lead', leadExample: 'Leased line for shop cameras', fromNames: { crm: 'CRM', bi: 'BI', web: 'website', agent: 'agency' },
  cancel: 'Cancel', ok: 'OK', close: 'Close', copy: 'Copy', copied: 'Copied', request: 'Request', emptyBody: '(no body)',
  record: 'Record', changeBehind: 'Change this record behind ESOP’s back', changeHint: 'Only the fields to change, as JSON. ESOP is not told: something for the audits to find.', change: 'Change', changed: 'Record changed, ESOP was not told',
  notJson: 'Not a JSON object', done: 'Answered', broke: 'Fault is on', healed: 'Healed', saved: 'Saved', body: 'Callback', manner: 'Manner',
  appliedWords: { yes: 'applied', duplicate: 'duplicate', conflict: 'conflict', refused: 'refused', read: 'read' },
  callbackWords: { waiting: 'waiting', delivered: 'delivered', refused: 'refused' },
  verbs: {}, states: {},
  faults: {
    delay: 'Late answer', error500: 'Error 500', refuse: 'Business refusal', 'timeout-before': 'Time-out, undone', 'timeout-after': 'Time-out, done', garbage: 'Garbage page', truncated: 'Cut answer', reset: 'Connection reset',
    large: 'Huge answer', trickle: 'Trickling answer', 'duplicate-callback': 'Duplicate callbacks', 'callback-first': 'Callback first', 'reorder-callbacks': 'Callbacks reversed', silent: 'Silent, no callback', 'wrong-state': 'Wrong state', 'by-hand': 'Left to a person', ok: 'Healthy',
  },
};

export const language = {
  get current() {
    return new URLSearchParams(location.search).get('lang') ?? localStorage.getItem('sandbox-language') ?? 'zh';
  },
  toggle() {
    localStorage.setItem('sandbox-language', this.current === 'zh' ? 'en' : 'zh');
    location.href = location.pathname;
  },
};

export const words = language.current === 'en' ? en : zh;

export const said = (dictionary, word) => words[dictionary][word] ?? word;
