package esop.identity;

import esop.identity.PeopleRepository.NewPerson;
import esop.identity.signon.Passwords;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Who is there at the very first start: the demo province, or one administrator whose password is generated and shown this
 * once.
 */
@Component
class FirstPeople implements SmartInitializingSingleton {

    private static final String DEMO_PASSWORD = "esop-demo";

    private final JdbcClient jdbc;
    private final TransactionOperations transaction;
    private final OrganizationRepository organization;
    private final PeopleRepository people;
    private final Passwords passwords;
    private final EsopSettings settings;

    FirstPeople(
            JdbcClient jdbc,
            TransactionOperations transaction,
            OrganizationRepository organization,
            PeopleRepository people,
            Passwords passwords,
            EsopSettings settings) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.organization = organization;
        this.people = people;
        this.passwords = passwords;
        this.settings = settings;
    }

    @Override
    public void afterSingletonsInstantiated() {
        transaction.executeWithoutResult(status -> {
            // Two nodes may start at once.
            jdbc.sql("SELECT pg_advisory_xact_lock(hashtext('identity.first-people'))")
                    .query()
                    .singleRow();
            if (organization.isEmpty()) {
                if (settings.demo()) {
                    settleDemoProvince();
                } else {
                    appointAdministrator();
                }
            }
        });
    }

    private void settleDemoProvince() {
        rows(
                "demo/organization.csv",
                unit -> organization.add(unit[0], unit[1].isEmpty() ? null : unit[1], unit[2], unit[3], unit[4]));
        // One hash for all: everybody knows this password anyway, and each hash costs a start some time.
        var hash = passwords.hash(DEMO_PASSWORD);
        rows(
                "demo/people.csv",
                person -> people.add(
                        new NewPerson(
                                person[0],
                                person[1],
                                person[2],
                                person[3],
                                person[4].isEmpty() ? null : person[4],
                                List.of(person[5].split(" ")),
                                List.of(person[6].split(" "))),
                        hash));
    }

    private void appointAdministrator() {
        var random = new byte[15];
        new SecureRandom().nextBytes(random);
        var password = Base64.getUrlEncoder().encodeToString(random);
        organization.add("province", null, "province", "省公司", "Province");
        people.add(
                new NewPerson("admin", "系统管理员", "person", "province", null, List.of("admin"), List.of()),
                passwords.hash(password));
        System.out.printf("%n  admin / %s%n  首次登录密码，仅显示这一次 · the first password, shown only now%n%n", password);
    }

    private static void rows(String file, Consumer<String[]> use) {
        try {
            new ClassPathResource(file)
                    .getContentAsString(StandardCharsets.UTF_8)
                    .lines()
                    .forEach(line -> use.accept(line.split(",", -1)));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
