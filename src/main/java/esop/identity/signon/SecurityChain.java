package esop.identity.signon;

import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.HEAD;
import static org.springframework.http.HttpMethod.POST;

import esop.identity.CurrentRights;
import esop.identity.EsopSettings;
import jakarta.servlet.DispatcherType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfTokenRequestAttributeHandler;
import org.springframework.security.web.header.writers.ContentSecurityPolicyHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.NullRequestCache;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;

/**
 * Stands before everything, the engine's web apps included. Functions are opened to roles by {@code identity.role_module}
 * (ESOP 6.11.1.2); which addresses belong to which function is said here and nowhere else.
 */
@Configuration(proxyBeanMethods = false)
class SecurityChain {

    private static final String CONSOLE_POLICY = String.join(
            "; ",
            "default-src 'self'",
            "img-src 'self' data: blob:",
            "font-src 'self' data:",
            // The console's components style themselves at run time.
            "style-src 'self' 'unsafe-inline'",
            "object-src 'none'",
            "base-uri 'self'",
            "form-action 'self'",
            "frame-ancestors 'none'");

    /** Callbacks carry a signature, which is looked at behind this; nobody signs on, and nothing is kept between them. */
    @Bean
    @Order(0)
    SecurityFilterChain signedCallbacks(HttpSecurity http, SignOnAnswers answers) throws Exception {
        return http.securityMatcher("/callbacks/**")
                .authorizeHttpRequests(requests ->
                        requests.requestMatchers(POST).permitAll().anyRequest().denyAll())
                .exceptionHandling(problems -> problems.authenticationEntryPoint(answers::unauthorized)
                        .accessDeniedHandler(answers::forbidden))
                .csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(cache -> cache.requestCache(new NullRequestCache()))
                .headers(SecurityChain::headers)
                .build();
    }

    /** Each of the filters would be a measurement of its own. */
    @Bean
    SecurityObservationSettings withoutObservations() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    SecurityFilterChain everything(
            HttpSecurity http,
            FormSignOn formSignOn,
            SignOnAnswers answers,
            CredentialHolder credentialHolder,
            CurrentRights currentRights,
            EsopSettings settings)
            throws Exception {
        // Nothing is said about sessions: that would make Spring Security keep each request's person in one.
        return http.authenticationProvider(formSignOn)
                .authorizeHttpRequests(SecurityChain::functions)
                .formLogin(form -> form.loginPage("/app/login")
                        .loginProcessingUrl("/login")
                        .successHandler(answers::signedOn)
                        .failureHandler(answers::refused))
                .logout(logout ->
                        logout.logoutUrl("/logout").deleteCookies("SESSION").logoutSuccessHandler(answers::signedOff))
                .oauth2ResourceServer(credentials -> credentials
                        .jwt(jwt -> jwt.jwtAuthenticationConverter(credentialHolder))
                        .authenticationEntryPoint(answers::unauthorized)
                        .accessDeniedHandler(answers::forbidden))
                .exceptionHandling(problems -> problems.authenticationEntryPoint(answers::unauthorized)
                        .accessDeniedHandler(answers::forbidden))
                .csrf(csrf -> csrf.csrfTokenRepository(tokenCookie(settings))
                        .csrfTokenRequestHandler(eagerToken())
                        .ignoringRequestMatchers("/api/auth/token", "/camunda/**"))
                .requestCache(cache -> cache.requestCache(new NullRequestCache()))
                .headers(SecurityChain::headers)
                .addFilterBefore(new PersonFilter(currentRights), AnonymousAuthenticationFilter.class)
                .build();
    }

    private static void functions(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests) {
        requests.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD, DispatcherType.ASYNC)
                .permitAll();
        requests.requestMatchers(GET, "/", "/app", "/app/**", "/favicon.ico").permitAll();
        requests.requestMatchers(HEAD, "/", "/app", "/app/**").permitAll();
        requests.requestMatchers(GET, "/api/login-info", "/api/auth/keys").permitAll();
        requests.requestMatchers(POST, "/api/auth/token").permitAll();
        requests.requestMatchers(GET, "/actuator/health", "/actuator/health/**").permitAll();
        requests.requestMatchers("/actuator/**").hasRole("admin");

        function(requests, "orders", "/api/orders", "/api/order-templates", "/api/customers", "/api/products");
        function(requests, "catalogue", "/api/catalogue");
        function(requests, "opportunities", "/api/opportunities", "/api/opportunity-templates");
        function(requests, "opportunities", "/tmf-api/sales");
        function(requests, "intakes", "/api/intakes");
        function(requests, "cancellations", "/api/cancellations");
        function(requests, "audits", "/api/order-audits");
        function(requests, "calls", "/api/calls");
        function(requests, "systems", "/api/systems");
        function(requests, "rules", "/api/resend-policies");
        function(requests, "decisions", "/api/decisions");
        function(requests, "calendars", "/api/calendars", "/api/calendar-recounts");
        // Who looks after the customer may urge, and see what of; everything else about work orders is for operations.
        requests.requestMatchers(GET, "/api/work-orders/WO*").hasAnyAuthority("fallouts:read", "expedite:read");
        requests.requestMatchers(POST, "/api/work-orders/*/expedite")
                .hasAnyAuthority("fallouts:write", "expedite:write");
        function(requests, "fallouts", "/api/fallouts", "/api/service-orders", "/api/work-orders", "/api/rollbacks");
        function(requests, "partner", "/api/partner");
        function(requests, "inbox", "/api/instances", "/api/processes", "/api/people");
        function(requests, "inbox", "/api/task-filters", "/api/team", "/api/matters");
        function(requests, "audit", "/api/audit");
        function(requests, "partners", "/api/administration/partners");
        function(requests, "people", "/api/administration");
        function(requests, "orders", "/tmf-api/productOrderingManagement", "/tmf-api/productCatalogManagement");
        function(requests, "orders", "/tmf-api/serviceOrdering", "/tmf-api/processFlowManagement");
        requests.requestMatchers("/api/**", "/tmf-api/**").authenticated();

        requests.requestMatchers(EngineSurface.closed()).denyAll();
        requests.requestMatchers(EngineSurface.forAdministrators()).hasRole("admin");
        requests.requestMatchers("/camunda/**").authenticated();
        requests.anyRequest().denyAll();
    }

    private static void function(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests,
            String module,
            String... addresses) {
        for (var address : addresses) {
            requests.requestMatchers(GET, address, address + "/**").hasAuthority(module + ":read");
            requests.requestMatchers(HEAD, address, address + "/**").hasAuthority(module + ":read");
            requests.requestMatchers(address, address + "/**").hasAuthority(module + ":write");
        }
    }

    private static void headers(HeadersConfigurer<HttpSecurity> headers) {
        headers.referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN));
        headers.permissionsPolicyHeader(policy -> policy.policy("camera=(), microphone=(), geolocation=()"));
        var policy = new ContentSecurityPolicyHeaderWriter(CONSOLE_POLICY);
        // The engine's web apps bring a policy of their own.
        headers.addHeaderWriter((request, response) -> {
            if (!request.getRequestURI().startsWith("/camunda/")) {
                policy.writeHeaders(request, response);
            }
        });
        headers.frameOptions(frames -> frames.sameOrigin());
    }

    private static CookieCsrfTokenRepository tokenCookie(EsopSettings settings) {
        var cookie = CookieCsrfTokenRepository.withHttpOnlyFalse();
        cookie.setCookieName("ESOP-XSRF");
        cookie.setHeaderName("X-ESOP-XSRF");
        cookie.setCookiePath("/");
        cookie.setCookieCustomizer(attributes -> attributes.sameSite("Lax").secure(settings.overTls()));
        return cookie;
    }

    /** The console reads the token from the cookie, so it has to be there from the first answer on. */
    private static CsrfTokenRequestAttributeHandler eagerToken() {
        var handler = new CsrfTokenRequestAttributeHandler();
        handler.setCsrfRequestAttributeName(null);
        return handler;
    }

    /** The session's cookie; the name it has in Spring Session. */
    @Bean
    CookieSerializer sessionCookie(EsopSettings settings) {
        var cookie = new DefaultCookieSerializer();
        cookie.setCookieName("SESSION");
        cookie.setCookiePath("/");
        cookie.setUseHttpOnlyCookie(true);
        cookie.setSameSite("Lax");
        cookie.setUseSecureCookie(settings.overTls());
        return cookie;
    }
}
