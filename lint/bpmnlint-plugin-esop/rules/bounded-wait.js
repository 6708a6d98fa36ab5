const { is, isAny } = require('bpmnlint-utils');
const { definitionsOf, hasTimer, siblings } = require('../model');

/** Nothing waits for ever: every wait for somebody else ends by itself at some time. */
module.exports = () => ({
  check(node, reporter) {
    if (is(node, 'bpmn:EventBasedGateway') && !hasTimerBranch(node)) {
      reporter.report(node.id, 'waits without end: none of its branches is a timer');
    }
    if (
      is(node, 'bpmn:ReceiveTask') &&
      !isBranch(node) &&
      !hasTimerBoundary(node) &&
      !isBoundedAround(node)
    ) {
      reporter.report(node.id, 'waits without end: attach a timer boundary event');
    }
    if (isOpenCatch(node) && !isBranch(node) && !isBoundedAround(node)) {
      reporter.report(
        node.id,
        'waits without end: use a receive task with a timer, or an event gateway with one',
      );
    }
  },
});

const isOpenCatch = (node) =>
  is(node, 'bpmn:IntermediateCatchEvent') &&
  definitionsOf(node).some((it) =>
    isAny(it, [
      'bpmn:MessageEventDefinition',
      'bpmn:SignalEventDefinition',
      'bpmn:ConditionalEventDefinition',
    ]),
  );

const isBranch = (node) => (node.incoming ?? []).some((flow) => is(flow.sourceRef, 'bpmn:EventBasedGateway'));

const hasTimerBranch = (gateway) => (gateway.outgoing ?? []).some((flow) => hasTimer(flow.targetRef));

const hasTimerBoundary = (node) =>
  siblings(node).some((it) => is(it, 'bpmn:BoundaryEvent') && it.attachedToRef === node && hasTimer(it));

function isBoundedAround(node) {
  const scope = node.$parent;
  return (
    Boolean(scope) && is(scope, 'bpmn:SubProcess') && (hasTimerBoundary(scope) || isBoundedAround(scope))
  );
}
