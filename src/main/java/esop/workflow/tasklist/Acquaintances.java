package esop.workflow.tasklist;

import esop.identity.CurrentPerson;
import esop.identity.CurrentRights;
import esop.identity.People;
import esop.identity.Person;
import esop.identity.Rights;
import java.util.Collections;
import java.util.Optional;

/** Whom the engine names to somebody: to partners and other systems only themselves, to our own people whoever they share a city with. */
record Acquaintances(People people, CurrentPerson currentPerson, CurrentRights currentRights) {

    Optional<Person> find(String id) {
        var found = people.find(id);
        return currentPerson
                .find()
                .map(me -> found.filter(person -> knows(me, person)))
                .orElse(found);
    }

    private boolean knows(Person me, Person other) {
        return me.id().equals(other.id()) || isOurs(me) && !Collections.disjoint(me.cities(), other.cities());
    }

    private boolean isOurs(Person me) {
        return me.partner() == null
                && currentRights.of(me.id()).filter(Rights::client).isEmpty();
    }
}
