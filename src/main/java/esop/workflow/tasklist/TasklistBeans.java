package esop.workflow.tasklist;

import esop.identity.CurrentPerson;
import esop.identity.CurrentRights;
import esop.identity.People;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.camunda.bpm.engine.impl.plugin.AdministratorAuthorizationPlugin;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class TasklistBeans {

    /** After Spring Security, before the web apps' own filters. */
    private static final int BEFORE_THE_WEB_APPS = 201;

    @Bean
    FilterRegistrationBean<TasklistSignOn> tasklistSignOn(CurrentPerson currentPerson, ProcessEngine engine) {
        var registration = new FilterRegistrationBean<>(new TasklistSignOn(currentPerson, engine));
        registration.addUrlPatterns("/camunda/*");
        registration.setOrder(BEFORE_THE_WEB_APPS);
        return registration;
    }

    /** Our own API signs on to the engine as an administrator, because it has rules of its own. */
    @Bean
    ProcessEnginePlugin administrators() {
        var plugin = new AdministratorAuthorizationPlugin();
        plugin.setAdministratorGroupName(Groups.CAMUNDA_ADMIN);
        return plugin;
    }

    /** The engine reads our people; it keeps no accounts and no passwords of its own. */
    @Bean
    ProcessEnginePlugin engineReadsPeople(People people, CurrentPerson currentPerson, CurrentRights currentRights) {
        return new AbstractProcessEnginePlugin() {

            @Override
            public void preInit(ProcessEngineConfigurationImpl engine) {
                engine.setIdentityProviderSessionFactory(
                        new TasklistPeople.Sessions(new Acquaintances(people, currentPerson, currentRights)));
            }
        };
    }
}
