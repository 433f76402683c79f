package org.guichet.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaConstructor.CONSTRUCTOR_NAME;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.Date;
import java.util.GregorianCalendar;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Calls and method references that rules speak of. */
final class Calls {
  private static final Set<String> TIMES_OF_DAY =
      Set.of(
          "Instant",
          "LocalDate",
          "LocalDateTime",
          "LocalTime",
          "OffsetDateTime",
          "OffsetTime",
          "ZonedDateTime",
          "Year",
          "YearMonth",
          "MonthDay");

  private Calls() {}

  /**
   * {@code Instant.now()} and its like, with or without a zone; {@code now(Clock)} is what we want.
   * {@code System.nanoTime} stays free: it measures how long something took and tells no time.
   */
  static DescribedPredicate<JavaAccess<?>> readTheTime() {
    return describe("read the time", access -> readsTheTime(access) || makesADateOfNow(access));
  }

  private static boolean readsTheTime(JavaAccess<?> access) {
    JavaClass owner = access.getTargetOwner();
    return (owner.getPackageName().equals("java.time")
            && TIMES_OF_DAY.contains(owner.getSimpleName())
            && access.getName().equals("now")
            && parameters(access).noneMatch(type -> type.isAssignableTo(Clock.class)))
        || (owner.isEquivalentTo(Clock.class) && access.getName().startsWith("system"))
        || is(access, System.class, "currentTimeMillis");
  }

  private static boolean makesADateOfNow(JavaAccess<?> access) {
    return (is(access, Date.class, CONSTRUCTOR_NAME)
            || is(access, GregorianCalendar.class, CONSTRUCTOR_NAME))
        && parameters(access).findAny().isEmpty();
  }

  /** The JDK's styles of a language put the month first in English; {@code DayText} doesn't. */
  static DescribedPredicate<JavaAccess<?>> writeDaysTheirWay() {
    return describe(
        "write days as the JDK would",
        access ->
            access.getTargetOwner().isEquivalentTo(DateTimeFormatter.class)
                && access.getName().startsWith("ofLocalizedDate"));
  }

  static DescribedPredicate<JavaAccess<?>> throwDice() {
    return describe(
        "throw dice",
        access ->
            is(access, UUID.class, "randomUUID")
                || is(access, Math.class, "random")
                || is(access, ThreadLocalRandom.class, "current")
                || is(access, SecureRandom.class, CONSTRUCTOR_NAME)
                || is(access, Random.class, CONSTRUCTOR_NAME)
                || is(access, SplittableRandom.class, CONSTRUCTOR_NAME));
  }

  static DescribedPredicate<JavaAccess<?>> sleep() {
    return describe(
        "sleep",
        access -> is(access, Thread.class, "sleep") || is(access, TimeUnit.class, "sleep"));
  }

  private static boolean is(JavaAccess<?> access, Class<?> owner, String name) {
    return access.getTargetOwner().isEquivalentTo(owner) && access.getName().equals(name);
  }

  private static Stream<JavaClass> parameters(JavaAccess<?> access) {
    return access.getTarget() instanceof CodeUnitAccessTarget target
        ? target.getRawParameterTypes().stream()
        : Stream.empty();
  }
}
