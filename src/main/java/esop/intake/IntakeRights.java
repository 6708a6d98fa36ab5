package esop.intake;

import esop.identity.CurrentPerson;
import esop.identity.Person;
import esop.workflow.OpenTasks.OpenTask;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/** Whose an intake is at a moment, and who may see all of it. */
@Component
class IntakeRights {

    private final CurrentPerson currentPerson;
    private final ChannelRule rule;

    IntakeRights(CurrentPerson currentPerson, ChannelRule rule) {
        this.currentPerson = currentPerson;
        this.rule = rule;
    }

    /** Another system sees what came over its own channel; our own people what is of their cities. */
    boolean sees(Intake intake) {
        return currentPerson
                .find()
                .filter(Channel.WEBSITE::has)
                .map(person -> person.id().equals(intake.entry().creator()))
                .orElse(true);
    }

    /** The whole record is for every channel that has had a part in it, for operations, and for whoever leads the city. */
    boolean hasPart(Intake intake) {
        return currentPerson
                .find()
                .filter(person -> worksAt(person, intake.channels().parts(), intake.city())
                        || person.groups().contains(Channel.OPERATIONS.group(intake.city()))
                        || person.hasRole("manager"))
                .isPresent();
    }

    /** What the current person may do with it, where this is its open task. */
    Set<String> actions(Intake intake, @Nullable OpenTask task) {
        var actions = new LinkedHashSet<String>();
        if (intake.state().isFinal() || Channel.of(currentPerson.get()).isEmpty() || !hasPart(intake)) {
            return actions;
        }
        if (task != null && has(task)) {
            actions.addAll(atTask(intake, task.activity()));
        }
        if (isContact(intake) && mayTakeBack(intake)) {
            actions.add("take-back");
        }
        actions.add("note");
        actions.add("edit");
        actions.add("withdraw");
        return actions;
    }

    private Set<String> atTask(Intake intake, String activity) {
        return switch (activity) {
            case IntakeProcess.MATCH -> Set.of("match");
            case IntakeProcess.HELP -> Set.of("answer");
            case IntakeProcess.HANDLE -> atHandling(intake);
            default -> Set.of();
        };
    }

    /** What the form {@code handle-intake} offers, and what can be done on the page besides. */
    private Set<String> atHandling(Intake intake) {
        var actions = new LinkedHashSet<>(List.of("handle", "opportunity"));
        if (intake.entry().customerId() == null) {
            actions.add("match");
        } else {
            actions.add("order");
        }
        actions.addAll(moves(intake));
        return actions;
    }

    /** How it can leave the channel that has it. */
    Set<String> moves(Intake intake) {
        var moves = new LinkedHashSet<String>();
        var handling = intake.channels().handling();
        var decides = handling == intake.channels().contact() || handling == Channel.OPERATIONS;
        if (decides) {
            moves.add("pass");
        } else if (rule.limit(intake).mayReturn()) {
            moves.add("return");
        }
        moves.add("help");
        return moves;
    }

    boolean mayTakeBack(Intake intake) {
        return intake.waitsAt().equals("handling") && rule.limit(intake).mayTakeBack();
    }

    boolean isContact(Intake intake) {
        return currentPerson
                .find()
                .filter(person -> worksAt(person, List.of(intake.channels().contact()), intake.city()))
                .isPresent();
    }

    void require(boolean may) {
        if (!may) {
            throw new AccessDeniedException("another channel's intake");
        }
    }

    private boolean has(OpenTask task) {
        var person = currentPerson.get();
        return person.id().equals(task.assignee())
                || task.assignee() == null && task.groups().stream().anyMatch(person.groups()::contains);
    }

    private static boolean worksAt(Person person, List<Channel> channels, String city) {
        return channels.stream().map(channel -> channel.group(city)).anyMatch(person.groups()::contains);
    }
}
