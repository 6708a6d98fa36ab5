package esop.workflow.table;

import java.util.Optional;
import org.springframework.stereotype.Component;

/** Tables as they were when something was decided by them. */
@Component
public class FormerTables {

    private final DeployedTables deployed;

    FormerTables(DeployedTables deployed) {
        this.deployed = deployed;
    }

    public Optional<Table> of(String decision, int version) {
        return deployed.version(decision, version)
                .map(definition -> TableXml.read(deployed.file(definition)).table());
    }
}
