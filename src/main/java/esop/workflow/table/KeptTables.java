package esop.workflow.table;

import esop.workflow.ModelsDeployed;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * A new package deploys its tables anew, and the newest version is the one that counts: what people have changed is deployed once more
 * after it, in the same transaction. Where the package has changed a table's columns, its code expects them and the packaged table stays.
 */
@Component
class KeptTables {

    private static final Logger LOG = LoggerFactory.getLogger(KeptTables.class);

    private final TableVersionRepository versions;
    private final DeployedTables deployed;

    KeptTables(TableVersionRepository versions, DeployedTables deployed) {
        this.versions = versions;
        this.deployed = deployed;
    }

    @EventListener
    void keep(ModelsDeployed models) {
        versions.latest().stream().filter(TableVersion::isOurs).forEach(this::keep);
    }

    private void keep(TableVersion ours) {
        var newest = deployed.latest(ours.decision()).orElse(null);
        var mine = deployed.version(ours.decision(), ours.version()).orElse(null);
        if (newest == null || mine == null || newest.getVersion() <= ours.version()) {
            return;
        }
        var ofPeople = TableXml.read(deployed.file(mine)).table();
        var packaged = TableXml.read(deployed.file(newest));
        if (ofPeople.hasTheFrameOf(packaged.table())) {
            var version = deployed.deploy(newest, packaged.with(ofPeople.rules()));
            versions.add(next(ours, version, "kept", ours.packageHash()));
            LOG.info("{} stays as people changed it, now version {}", ours.decision(), version);
        } else {
            versions.add(next(ours, newest.getVersion(), "package", DeployedTables.hash(deployed.file(newest))));
            LOG.warn("{} has new columns in this package; the changed table is set aside", ours.decision());
        }
    }

    private static TableVersion next(TableVersion ours, int version, String origin, String hash) {
        return new TableVersion(
                ours.decision(), version, origin, ours.version(), null, ours.note(), hash, Instant.EPOCH);
    }
}
