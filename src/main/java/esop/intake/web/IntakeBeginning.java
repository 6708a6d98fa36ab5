package esop.intake.web;

import esop.intake.Intakes;
import esop.intake.NewIntake;
import esop.workflow.Beginning;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class IntakeBeginning {

    @Bean
    Beginning<NewIntake> intakeEntry(Intakes intakes) {
        return new Beginning<>(
                "intake",
                "intakes:write",
                "/intake",
                "intake.start",
                NewIntake.class,
                wish -> intakes.enter(wish).intake().id());
    }
}
