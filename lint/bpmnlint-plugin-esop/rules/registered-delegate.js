const { is, isAny } = require('bpmnlint-utils');
const { definitionsOf } = require('../model');
const project = require('../project');

/** A step that the application carries out names a delegate, a decision or a process that is there. */
module.exports = (known = {}) => {
  const { beans, decisions, processes } = { ...fromProject(), ...known };
  return {
    check(node, reporter) {
      const report = (message) => reporter.report(node.id, message);
      const called = is(node, 'bpmn:CallActivity') ? (node.get('calledElement') ?? '') : undefined;
      if (called !== undefined && !isVariable(called) && !processes.includes(called)) {
        report(`calls "${called}", which is not in processes/`);
      }
      stepsOf(node).forEach((step) => {
        const decision = step.get('camunda:decisionRef');
        if (decision && !decisions.includes(decision))
          report(`its decision "${decision}" is not in decisions/`);
        if (!decision) checkDelegate(step.get('camunda:delegateExpression'), beans, report);
      });
    },
  };
};

function checkDelegate(expression, beans, report) {
  const [, bean] = /^\$\{(\w+Delegate)\}$/.exec(expression ?? '') ?? [];
  if (!bean) report('must name its delegate: delegateExpression="${…Delegate}"');
  else if (!beans.includes(bean)) report(`its delegate "${bean}" has no class in delegates/`);
}

function stepsOf(node) {
  if (isAny(node, ['bpmn:ServiceTask', 'bpmn:SendTask', 'bpmn:BusinessRuleTask'])) return [node];
  const throws = isAny(node, ['bpmn:IntermediateThrowEvent', 'bpmn:EndEvent']);
  return throws ? definitionsOf(node).filter((it) => is(it, 'bpmn:MessageEventDefinition')) : [];
}

/** Which process is called may be what a decision answered. */
const isVariable = (text) => /^\$\{\w+\}$/.test(text);

const fromProject = () => ({
  beans: project.beans(),
  decisions: project.decisions(),
  processes: project.processes(),
});
