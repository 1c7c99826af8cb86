package io.beforehand.stories;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/** A story that ill-treats nothing: it and others of its kind are told at the same time, as they mostly wait. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(Beforehand.Running.class)
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock(value = Undisturbed.SYSTEM, mode = ResourceAccessMode.READ)
@interface SideBySide {}
