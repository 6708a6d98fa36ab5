package esop.identity;

/** Names nobody may sign on with, because something else goes by them. */
public interface ReservedNames {

    /** Also where a name only reads like one of them, as without its dashes. */
    boolean reserves(String id);
}
