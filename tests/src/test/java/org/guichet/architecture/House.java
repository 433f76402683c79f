package org.guichet.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.MappedSuperclass;
import java.util.List;
import java.util.Optional;

/** Where a class lives: which component or door, which layer. Canaries live in the same shapes. */
final class House {
  /** In the order in which they may know each other: each one only those before it. */
  static final List<String> COMPONENTS =
      List.of(
          "platform",
          "lifecycle",
          "audit",
          "notice",
          "organisation",
          "account",
          "invitation",
          "review",
          "assistance",
          "roster",
          "receipt",
          "deposit",
          "insight");

  static final List<String> DOORS = List.of("web", "sftp");

  static final DescribedPredicate<JavaClass> PERSISTENT =
      describe(
          "are persistent",
          type ->
              type.isAnnotatedWith(Entity.class)
                  || type.isAnnotatedWith(Embeddable.class)
                  || type.isAnnotatedWith(MappedSuperclass.class));

  static final DescribedPredicate<JavaClass> OF_A_COMPONENT =
      describe("belong to a component", type -> component(type).isPresent());

  static final DescribedPredicate<JavaClass> OF_A_DOOR =
      describe("belong to a door", type -> door(type).isPresent());

  static final DescribedPredicate<JavaClass> OF_THE_DESK =
      OF_A_COMPONENT.or(OF_A_DOOR).as("run in the server");

  static final DescribedPredicate<JavaClass> OF_FLUX =
      describe("belong to flux", type -> place(type).filter("flux"::equals).isPresent());

  static final DescribedPredicate<JavaClass> BOUNDARY = layer("boundary");
  static final DescribedPredicate<JavaClass> CONTROL = layer("control");
  static final DescribedPredicate<JavaClass> ENTITY = layer("entity");

  /** Everybody may use it. */
  static final DescribedPredicate<JavaClass> OF_PLATFORM =
      describe(
          "belong to platform", type -> component(type).filter("platform"::equals).isPresent());

  /** One slice a component or door; everything else is in none. */
  static final SliceAssignment PARTS =
      new SliceAssignment() {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
          return component(type)
              .or(() -> door(type))
              .map(part -> SliceIdentifier.of(part))
              .orElseGet(SliceIdentifier::ignore);
        }

        @Override
        public String getDescription() {
          return "components and doors";
        }
      };

  private House() {}

  static Optional<String> component(JavaClass type) {
    return place(type).filter(COMPONENTS::contains);
  }

  static Optional<String> door(JavaClass type) {
    return place(type).filter(DOORS::contains);
  }

  /** What follows {@code org.guichet}, or {@code org.guichet.canary}, in the package's name. */
  private static Optional<String> place(JavaClass type) {
    String name = type.getPackageName() + ".";
    for (String root : List.of("org.guichet.canary.", "org.guichet.")) {
      if (name.startsWith(root)) {
        String rest = name.substring(root.length());
        return Optional.of(rest.substring(0, Math.max(rest.indexOf('.'), 0)));
      }
    }
    return Optional.empty();
  }

  private static DescribedPredicate<JavaClass> layer(String layer) {
    return describe(
        "are in a " + layer + " layer",
        type ->
            component(type).isPresent()
                && (type.getPackageName() + ".").contains("." + layer + "."));
  }
}
