const { is, isAny } = require('bpmnlint-utils');
const { extensions } = require('../model');

/** Who reads Chinese sees the name, who reads English the property "en": both or neither. */
module.exports = () => ({
  check(node, reporter) {
    if (!isAny(node, ['bpmn:Process', 'bpmn:FlowElement', 'bpmn:Lane']) || is(node, 'bpmn:DataObject'))
      return;
    if (is(node, 'bpmn:Process') && !node.name) reporter.report(node.id, 'has no name');
    if (node.name && !english(node)) {
      reporter.report(node.id, `"${node.name}" has no English name: add the property "en"`);
    }
  },
});

const english = (node) =>
  extensions(node)
    .filter((it) => it.$type === 'camunda:Properties')
    .flatMap((it) => it.values ?? [])
    .some((it) => it.name === 'en' && it.value?.trim());
