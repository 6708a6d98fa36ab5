const { is } = require('bpmnlint-utils');

module.exports = () => ({
  check(node, reporter) {
    if (is(node, 'bpmn:UserTask') && !node.get('camunda:dueDate')) {
      reporter.report(node.id, 'has no due date');
    }
  },
});
