const { is, isAny } = require('bpmnlint-utils');
const { extensions } = require('../model');

const CODE = ['class', 'expression', 'type', 'formKey', 'formHandlerClass', 'resource'];
const CODE_EXTENSIONS = [
  'camunda:ExecutionListener',
  'camunda:TaskListener',
  'camunda:Connector',
  'camunda:FormData',
  'camunda:Field',
];

/** A model carries no code: neither scripts nor listeners, classes, connectors or addresses. */
module.exports = () => ({
  check(node, reporter) {
    if (!node.id || !isAny(node, ['bpmn:FlowElement', 'bpmn:Process', 'bpmn:EventDefinition'])) return;
    if (is(node, 'bpmn:ScriptTask')) reporter.report(node.id, 'is a script task');
    for (const name of CODE.filter((it) => node.get(`camunda:${it}`))) {
      reporter.report(node.id, `carries camunda:${name}="${node.get(`camunda:${name}`)}"`);
    }
    for (const extension of extensions(node)) {
      if (CODE_EXTENSIONS.includes(extension.$type)) reporter.report(node.id, `carries a ${extension.$type}`);
      if (hasScript(extension)) reporter.report(node.id, `carries a script in its ${extension.$type}`);
    }
    if (node.conditionExpression?.language) {
      reporter.report(node.id, `its condition is a ${node.conditionExpression.language} script`);
    }
  },
});

function hasScript(element) {
  if (element.$type === 'camunda:Script') return true;
  return Object.entries(element)
    .filter(([name]) => !name.startsWith('$'))
    .flatMap(([, value]) => value)
    .some((value) => value?.$type && hasScript(value));
}
