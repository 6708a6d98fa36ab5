package esop.provisioning;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param proofWait how long a system has to answer when asked for proof
 * @param proofs how often it is asked before the silence is a fallout
 * @param reworks how often a work order may be returned for rework
 * @param resendPoll how often what is being sent again is looked at
 * @param resendPatience how long a result may take before the others of its kind are no longer sent
 */
@ConfigurationProperties("esop.provisioning")
record ProvisioningSettings(
        @DefaultValue("PT2M") Duration proofWait,
        @DefaultValue("3") int proofs,
        @DefaultValue("3") int reworks,
        @DefaultValue("500ms") Duration resendPoll,
        @DefaultValue("10m") Duration resendPatience) {}
