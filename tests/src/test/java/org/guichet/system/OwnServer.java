package org.guichet.system;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * Starts and ends servers of its own, so it runs beside the classes that share {@link OneServer},
 * which follow each other. It mostly waits: for starts, for clocks, for tries after a pause. The
 * lock keeps its own tests, and other classes like it, one after the other.
 */
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock("servers beside the one that is shared")
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@interface OwnServer {}
