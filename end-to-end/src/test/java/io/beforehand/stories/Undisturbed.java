package io.beforehand.stories;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;

/** A story that no other is told beside: it takes away what others need, or counts what on call hears. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(Beforehand.Running.class)
@ResourceLock(Undisturbed.SYSTEM)
@interface Undisturbed {

    String SYSTEM = "the running system";
}
