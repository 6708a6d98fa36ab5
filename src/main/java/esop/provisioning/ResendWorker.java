package esop.provisioning;

import esop.workflow.Turns;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Works off what people want sent again. */
@Configuration(proxyBeanMethods = false)
class ResendWorker {

    @Bean
    Turns resending(ResendStep step, ProvisioningSettings settings) {
        return new Turns("fallout-resend", settings.resendPoll(), step::take);
    }
}
