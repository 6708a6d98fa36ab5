const { is } = require('bpmnlint-utils');

/** Whose work a task is, a rule decides: never a name in the model, never nobody. */
module.exports = () => ({
  check(node, reporter) {
    if (!is(node, 'bpmn:UserTask')) return;
    const owners = ['candidateGroups', 'assignee', 'candidateUsers'].filter((name) =>
      node.get(`camunda:${name}`),
    );
    if (owners.length === 0) {
      reporter.report(node.id, 'has no owner: set candidateGroups or assignee by a rule');
    }
    owners
      .filter((name) => !/^\$\{.+\}$/.test(node.get(`camunda:${name}`)))
      .forEach((name) =>
        reporter.report(node.id, `${name} names "${node.get(`camunda:${name}`)}" instead of a rule`),
      );
  },
});
