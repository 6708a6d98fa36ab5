package esop.workflow;

/** The models of the package stand in the engine; told in the transaction that has put them there, at every start. */
public record ModelsDeployed(String deploymentId) {

    /** What the package's deployments are called. */
    public static final String PACKAGE = "esop";
}
