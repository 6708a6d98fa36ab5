package esop.identity;

import java.util.Optional;

/** Who is behind the current request; nobody in a background worker. */
public interface CurrentPerson {

    Optional<Person> find();

    /** The signed-on person; refused with 401 where there is none. */
    Person get();
}
