package esop.workflow.tasklist;

import esop.identity.Person;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.GroupQuery;
import org.camunda.bpm.engine.identity.NativeUserQuery;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.identity.TenantQuery;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.identity.UserQuery;
import org.camunda.bpm.engine.impl.GroupQueryImpl;
import org.camunda.bpm.engine.impl.Page;
import org.camunda.bpm.engine.impl.TenantQueryImpl;
import org.camunda.bpm.engine.impl.UserQueryImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.ReadOnlyIdentityProvider;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.GroupEntity;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.jspecify.annotations.Nullable;

/** What the engine may know of people: who has this id, and which groups they are in. No lists, no passwords. */
class TasklistPeople implements ReadOnlyIdentityProvider {

    private final Acquaintances people;

    TasklistPeople(Acquaintances people) {
        this.people = people;
    }

    @Override
    public @Nullable User findUserById(String id) {
        return people.find(id).map(TasklistPeople::user).orElse(null);
    }

    @Override
    public UserQuery createUserQuery() {
        return new ById(people);
    }

    @Override
    public UserQuery createUserQuery(CommandContext context) {
        return new ById(people);
    }

    @Override
    public NativeUserQuery createNativeUserQuery() {
        throw new BadUserRequestException("people are not in the engine's tables");
    }

    /** Nobody signs on at the engine. */
    @Override
    public boolean checkPassword(String id, String password) {
        return false;
    }

    @Override
    public Group findGroupById(String id) {
        return group(id);
    }

    @Override
    public GroupQuery createGroupQuery() {
        return new OfMember(people);
    }

    @Override
    public GroupQuery createGroupQuery(CommandContext context) {
        return new OfMember(people);
    }

    @Override
    public @Nullable Tenant findTenantById(String id) {
        return null;
    }

    @Override
    public TenantQuery createTenantQuery() {
        return new NoTenants();
    }

    @Override
    public TenantQuery createTenantQuery(CommandContext context) {
        return new NoTenants();
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}

    private static User user(Person person) {
        var user = new UserEntity(person.id());
        user.setFirstName(person.name());
        user.setLastName("");
        return user;
    }

    private static Group group(String id) {
        var group = new GroupEntity(id);
        group.setName(id);
        group.setType("WORKFLOW");
        return group;
    }

    private static <T> List<T> part(Stream<T> all, @Nullable Page page) {
        return page == null
                ? all.toList()
                : all.skip(page.getFirstResult()).limit(page.getMaxResults()).toList();
    }

    record Sessions(Acquaintances people) implements SessionFactory {

        @Override
        public Class<?> getSessionType() {
            return ReadOnlyIdentityProvider.class;
        }

        @Override
        public Session openSession() {
            return new TasklistPeople(people);
        }
    }

    private static final class ById extends UserQueryImpl {

        private final transient Acquaintances people;

        private ById(Acquaintances people) {
            super(Context.getProcessEngineConfiguration().getCommandExecutorTxRequired());
            this.people = people;
        }

        @Override
        public long executeCount(CommandContext context) {
            return executeList(context, null).size();
        }

        @Override
        public List<User> executeList(CommandContext context, @Nullable Page page) {
            var asked = ids == null ? Stream.of(id) : Arrays.stream(ids);
            return part(
                    asked.filter(Objects::nonNull)
                            .map(people::find)
                            .flatMap(found -> found.stream())
                            .map(TasklistPeople::user),
                    page);
        }
    }

    private static final class OfMember extends GroupQueryImpl {

        private final transient Acquaintances people;

        private OfMember(Acquaintances people) {
            super(Context.getProcessEngineConfiguration().getCommandExecutorTxRequired());
            this.people = people;
        }

        @Override
        public long executeCount(CommandContext context) {
            return executeList(context, null).size();
        }

        @Override
        public List<Group> executeList(CommandContext context, @Nullable Page page) {
            var groups = userId == null
                    ? Stream.ofNullable(id)
                    : people.find(userId).stream().flatMap(person -> person.groups().stream());
            return part(groups.map(TasklistPeople::group), page);
        }
    }

    private static final class NoTenants extends TenantQueryImpl {

        private NoTenants() {
            super(Context.getProcessEngineConfiguration().getCommandExecutorTxRequired());
        }

        @Override
        public long executeCount(CommandContext context) {
            return 0;
        }

        @Override
        public List<Tenant> executeList(CommandContext context, @Nullable Page page) {
            return List.of();
        }
    }
}
