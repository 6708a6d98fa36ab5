package esop.sandbox.eoms;

import com.fasterxml.jackson.databind.node.ObjectNode;
import esop.sandbox.kernel.Asked;
import esop.sandbox.kernel.Kind;
import esop.sandbox.kernel.Lifecycle;
import esop.sandbox.kernel.TmfResource;
import esop.sandbox.kernel.Verb;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is asked of a pool besides reserving, answered at once: is there enough, take out, put back. */
record PoolTask(Kind kind) implements TmfResource {

    @Override
    public Set<Verb> verbs() {
        return Set.of(Verb.CREATE);
    }

    @Override
    public Lifecycle lifecycle() {
        return Lifecycle.immediate("state", "done");
    }

    @Override
    public String prepare(ObjectNode record, Asked asked) {
        if (kind.name().equals("availabilityCheck")) {
            record.put("availabilityCheckResult", "available");
        }
        return lifecycle().first();
    }

    /** The three of TMF685. */
    @Configuration(proxyBeanMethods = false)
    static class Tasks {

        @Bean
        PoolTask availabilityChecks() {
            return task("availabilityCheck", "可用性查询", "Availability checks", "EOMS-AC-");
        }

        @Bean
        PoolTask extractions() {
            return task("extract", "资源取用", "Extractions", "EOMS-EX-");
        }

        @Bean
        PoolTask returns() {
            return task("push", "资源归还", "Returns", "EOMS-PU-");
        }

        private static PoolTask task(String name, String label, String labelEn, String prefix) {
            return new PoolTask(new Kind(Eoms.SYSTEM, Eoms.POOLS, name, label, labelEn, prefix, "tmf685"));
        }
    }
}
