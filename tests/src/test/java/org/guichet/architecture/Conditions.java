package org.guichet.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.conditions.ArchConditions;
import java.util.List;
import java.util.Locale;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What ArchUnit's own vocabulary can't say. */
final class Conditions {
  private Conditions() {}

  /** Dependencies that {@code forbidden} finds, from the class that has them to their target. */
  static ArchCondition<JavaClass> dependOnNone(
      String description, BiPredicate<JavaClass, JavaClass> forbidden) {
    return new ArchCondition<>(description) {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
          if (forbidden.test(type, dependency.getTargetClass())) {
            events.add(SimpleConditionEvent.violated(dependency, dependency.getDescription()));
          }
        }
      }
    };
  }

  /** Methods whose signature, type arguments included, has a class that {@code type} finds. */
  static ArchCondition<JavaMethod> haveNoneInTheirSignature(
      String description, Predicate<JavaClass> type) {
    return new ArchCondition<>(description) {
      @Override
      public void check(JavaMethod method, ConditionEvents events) {
        Stream.concat(Stream.of(method.getReturnType()), method.getParameterTypes().stream())
            .map(JavaType::getAllInvolvedRawTypes)
            .flatMap(types -> types.stream())
            .filter(type)
            .distinct()
            .forEach(
                found ->
                    events.add(
                        SimpleConditionEvent.violated(
                            method, method.getFullName() + " shows " + found.getSimpleName())));
      }
    };
  }

  /** Methods whose first parameter is of this type. */
  static ArchCondition<JavaMethod> takeFirst(Class<?> type) {
    return new ArchCondition<>("take a " + type.getSimpleName() + " first") {
      @Override
      public void check(JavaMethod method, ConditionEvents events) {
        List<JavaClass> parameters = method.getRawParameterTypes();
        boolean taken = !parameters.isEmpty() && parameters.get(0).isEquivalentTo(type);
        events.add(
            new SimpleConditionEvent(
                method, taken, method.getFullName() + " takes no " + type.getSimpleName()));
      }
    };
  }

  /** Methods that put a field's value, or force a state; {@code setAside} is a verb. */
  static ArchCondition<JavaMethod> setOrForce() {
    return ArchConditions.be(
        describe(
            "setters",
            method ->
                method.getName().matches("force([A-Z].*)?")
                    || method.getOwner().getFields().stream()
                        .anyMatch(field -> setterOf(field.getName()).equals(method.getName()))));
  }

  private static String setterOf(String field) {
    return "set" + field.substring(0, 1).toUpperCase(Locale.ROOT) + field.substring(1);
  }
}
