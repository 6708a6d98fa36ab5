package esop.identity;

/** How far the signed-on person reaches as an administrator. */
public interface Administrators {

    /** Whether they may administer somebody, and so act upon what is that person's. */
    boolean mayAdminister(String person);
}
