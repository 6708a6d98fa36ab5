package esop.workflow.table;

import esop.workflow.ModelsDeployed;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.engine.repository.Deployment;
import org.springframework.stereotype.Component;

/** The tables as the engine has them. */
@Component
class DeployedTables {

    private static final String FOLDER = "decisions/";

    private final RepositoryService repository;

    DeployedTables(RepositoryService repository) {
        this.repository = repository;
    }

    List<DecisionDefinition> latest() {
        return repository
                .createDecisionDefinitionQuery()
                .latestVersion()
                .decisionDefinitionResourceNameLike(FOLDER + "%")
                .orderByDecisionDefinitionKey()
                .asc()
                .list();
    }

    Optional<DecisionDefinition> latest(String decision) {
        return Optional.ofNullable(repository
                .createDecisionDefinitionQuery()
                .decisionDefinitionKey(decision)
                .latestVersion()
                .singleResult());
    }

    Optional<DecisionDefinition> version(String decision, int version) {
        return Optional.ofNullable(repository
                .createDecisionDefinitionQuery()
                .decisionDefinitionKey(decision)
                .decisionDefinitionVersion(version)
                .singleResult());
    }

    /** Newest first. */
    List<DecisionDefinition> versions(String decision, int most) {
        return repository
                .createDecisionDefinitionQuery()
                .decisionDefinitionKey(decision)
                .orderByDecisionDefinitionVersion()
                .desc()
                .listPage(0, most);
    }

    Deployment deployment(DecisionDefinition definition) {
        return repository
                .createDeploymentQuery()
                .deploymentId(definition.getDeploymentId())
                .singleResult();
    }

    byte[] file(DecisionDefinition definition) {
        return bytes(repository.getDecisionModel(definition.getId()));
    }

    /** As the package that runs now has it; empty where it has none. */
    Optional<byte[]> packaged(DecisionDefinition definition) {
        return repository
                .createDeploymentQuery()
                .deploymentName(ModelsDeployed.PACKAGE)
                .deploymentSource(ModelsDeployed.PACKAGE)
                .orderByDeploymentTime()
                .desc()
                .listPage(0, 1)
                .stream()
                .findFirst()
                .filter(set ->
                        repository.getDeploymentResourceNames(set.getId()).contains(definition.getResourceName()))
                .map(set -> bytes(repository.getResourceAsStream(set.getId(), definition.getResourceName())));
    }

    /** @return the new version, which every new evaluation asks from the commit on */
    int deploy(DecisionDefinition like, byte[] file) {
        return repository
                .createDeployment()
                .name("table " + like.getKey())
                .source("console")
                .addInputStream(like.getResourceName(), new ByteArrayInputStream(file))
                .deployWithResult()
                .getDeployedDecisionDefinitions()
                .get(0)
                .getVersion();
    }

    static String hash(byte[] file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] bytes(InputStream content) {
        try (content) {
            return content.readAllBytes();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
