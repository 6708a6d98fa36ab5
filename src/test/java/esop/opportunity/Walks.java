package esop.opportunity;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The ways of the models that a test goes: {@code process/end event} or {@code process/flow that leads back}. It is held to that afterwards. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface Walks {

    String[] value();
}
