package esop.workflow;

/** Tells open browsers on every node, after the commit, that something they may be showing has changed. A hint: a lost one costs nothing. */
public interface LiveUpdates {

    /** The order, or anything below it, looks different now. */
    void orderChanged(String orderId, String city);

    void opportunityChanged(String opportunityId, String city);

    void intakeChanged(String intakeId, String city);

    void cancellationChanged(String cancellationId, String city);
}
