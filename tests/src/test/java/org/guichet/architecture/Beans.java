package org.guichet.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.conditions.ArchConditions;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.Singleton;
import jakarta.ejb.Stateful;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Named;
import java.util.Set;
import java.util.stream.Stream;

/** What the container makes of a class. */
final class Beans {
  private static final Set<TransactionAttributeType> WITHOUT =
      Set.of(TransactionAttributeType.NOT_SUPPORTED, TransactionAttributeType.NEVER);

  /** Beans that people and doors call; messages and timers begin by themselves. */
  static final DescribedPredicate<JavaClass> HAVE_USE_CASES =
      describe(
          "are called by doors",
          type ->
              type.isAnnotatedWith(Stateless.class)
                  || type.isAnnotatedWith(Stateful.class)
                  || type.isAnnotatedWith(Singleton.class));

  /**
   * Views know them by the name of their class. A bean that gives itself another name is shared by
   * many views, and is no page.
   */
  static final DescribedPredicate<JavaClass> BACK_A_VIEW =
      describe(
          "back a view",
          type ->
              House.door(type).isPresent()
                  && type.tryGetAnnotationOfType(Named.class)
                      .filter(named -> named.value().isEmpty())
                      .isPresent()
                  && (type.isAnnotatedWith(RequestScoped.class)
                      || type.isAnnotatedWith(ViewScoped.class)));

  private Beans() {}

  static ArchCondition<JavaClass> backAView() {
    return ArchConditions.be(BACK_A_VIEW);
  }

  static ArchCondition<JavaClass> beginNoTransaction() {
    return ArchConditions.be(
        describe(
            "a bean that begins no transaction",
            type -> !enterprise(type) || managesItself(type) || staysWithout(type)));
  }

  private static boolean enterprise(JavaClass type) {
    return Stream.of(Stateless.class, Stateful.class, Singleton.class, MessageDriven.class)
        .anyMatch(type::isAnnotatedWith);
  }

  private static boolean managesItself(JavaClass type) {
    return type.tryGetAnnotationOfType(TransactionManagement.class)
        .filter(management -> management.value() == TransactionManagementType.BEAN)
        .isPresent();
  }

  private static boolean staysWithout(JavaClass type) {
    return type.tryGetAnnotationOfType(TransactionAttribute.class)
        .filter(attribute -> WITHOUT.contains(attribute.value()))
        .isPresent();
  }
}
