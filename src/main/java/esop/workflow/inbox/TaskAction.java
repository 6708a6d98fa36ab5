package esop.workflow.inbox;

/** What may be done with a task beside completing it; which of it a step allows says the table {@code task-actions}. */
public enum TaskAction {
    CLAIM,
    UNCLAIM,
    /** 转办: it is the other's from now on. */
    ASSIGN,
    /** 委派: the other does it and gives it back. */
    DELEGATE,
    /** Gives a delegated task back to its owner. */
    RESOLVE,
    /** 前加签 */
    OPINION_BEFORE,
    /** 后加签 */
    OPINION_AFTER,
    /** 减签 */
    OPINION_WITHDRAW,
    /** 退回 */
    RETURN,
    /** 撤回 */
    TAKE_BACK,
    /** 抄送 */
    COPY,
    /** 催办 */
    URGE,
    /** 跟进日期 */
    FOLLOW_UP,
    /** 代理: somebody does it in its holder's or a candidate's place. */
    SUBSTITUTE,
    /** The same, where one of the two has begun the flow or worked on it before. */
    SUBSTITUTE_OWN,
    /** To decide on a matter on which one has decided at another level, oneself or by somebody in one's name. */
    SECOND_VOTE;

    public String word() {
        return name().toLowerCase().replace('_', '-');
    }
}
