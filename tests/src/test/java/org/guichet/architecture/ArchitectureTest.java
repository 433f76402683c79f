package org.guichet.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.guichet.architecture.Conditions.dependOnNone;
import static org.guichet.architecture.Conditions.haveNoneInTheirSignature;
import static org.guichet.architecture.House.BOUNDARY;
import static org.guichet.architecture.House.COMPONENTS;
import static org.guichet.architecture.House.CONTROL;
import static org.guichet.architecture.House.ENTITY;
import static org.guichet.architecture.House.OF_A_COMPONENT;
import static org.guichet.architecture.House.OF_A_DOOR;
import static org.guichet.architecture.House.OF_FLUX;
import static org.guichet.architecture.House.OF_PLATFORM;
import static org.guichet.architecture.House.OF_THE_DESK;
import static org.guichet.architecture.House.PARTS;
import static org.guichet.architecture.House.PERSISTENT;
import static org.guichet.architecture.House.component;
import static org.guichet.architecture.House.door;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceUnit;
import jakarta.persistence.Query;
import jakarta.servlet.Servlet;
import jakarta.transaction.Transactional;
import jakarta.transaction.UserTransaction;
import java.util.Optional;
import org.guichet.organisation.boundary.KeySignIn;
import org.guichet.platform.entity.Caller;

/**
 * The rules of the house. A rule that is broken is a question: change the code, or the rule with a
 * decision record that says why.
 */
@AnalyzeClasses(packages = "org.guichet", importOptions = Shipped.class)
class ArchitectureTest {
  private static final DescribedPredicate<JavaClass> THE_SOURCE =
      nameMatching("org\\.guichet\\.platform\\.control\\.ClockAndChance").forSubtype();

  /** What the weaver writes into entities. */
  private static final DescribedPredicate<JavaClass> WOVEN =
      resideInAPackage("org.eclipse.persistence..")
          .or(nameMatching("jakarta\\.xml\\.bind\\.annotation\\.XmlTransient").forSubtype());

  /** Ids of incidents: they stand in a log and on a screen, and no rule or row depends on them. */
  private static final DescribedPredicate<JavaClass> NAMING_INCIDENTS =
      nameMatching("org\\.guichet\\.(web\\.Incident|sftp\\.SftpServer)").forSubtype();

  /** Who hasn't signed in yet isn't anybody: there is no caller to take. */
  private static final DescribedPredicate<JavaMethod> SIGNING_IN =
      describe(
          "sign somebody in",
          method -> method.getFullName().startsWith(KeySignIn.class.getName() + ".signIn("));

  @ArchTest
  static final ArchRule components_are_free_of_cycles =
      slices().assignedFrom(PARTS).should().beFreeOfCycles();

  @ArchTest
  static final ArchRule components_know_only_those_before_them =
      classes()
          .that(OF_A_COMPONENT)
          .should(
              dependOnNone(
                  "know only the components before them: " + String.join(", ", COMPONENTS),
                  ArchitectureTest::comesAfter));

  @ArchTest
  static final ArchRule entities_look_at_nothing_above_them =
      noClasses().that(ENTITY).should().dependOnClassesThat(BOUNDARY.or(CONTROL).or(OF_A_DOOR));

  @ArchTest
  static final ArchRule control_looks_down_only =
      noClasses()
          .that(CONTROL)
          .should()
          .dependOnClassesThat(
              BOUNDARY.and(not(OF_PLATFORM)).or(OF_A_DOOR).as("are above it, platform aside"));

  @ArchTest
  static final ArchRule entities_know_no_container =
      classes()
          .that(ENTITY)
          .should()
          .onlyDependOnClassesThat(
              resideInAnyPackage(
                      "java..",
                      "jakarta.persistence",
                      "jakarta.validation.constraints",
                      "org.jspecify.annotations",
                      "org.guichet..")
                  .or(WOVEN)
                  .and(not(nameMatching("java\\.time\\.(Clock|InstantSource)")))
                  .and(not(resideInAnyPackage("java.util.logging", "java.sql"))));

  @ArchTest
  static final ArchRule doors_use_boundaries_and_values_only =
      noClasses().that(OF_A_DOOR).should().dependOnClassesThat(CONTROL.or(PERSISTENT));

  @ArchTest
  static final ArchRule doors_do_not_know_each_other =
      classes()
          .that(OF_A_DOOR)
          .should(
              dependOnNone(
                  "know no other door",
                  (from, to) -> door(to).isPresent() && !door(to).equals(door(from))));

  @ArchTest
  static final ArchRule entities_stay_inside =
      methods()
          .that()
          .areDeclaredInClassesThat(BOUNDARY)
          .and()
          .arePublic()
          .should(haveNoneInTheirSignature("neither take nor return entities", PERSISTENT));

  @ArchTest
  static final ArchRule entities_are_private_to_their_component =
      classes()
          .should(
              dependOnNone(
                  "know no entity of another component",
                  (from, to) -> PERSISTENT.test(to) && elsewhere(from, to)));

  @ArchTest
  static final ArchRule control_is_private_to_its_component =
      classes()
          .should(
              dependOnNone(
                  "use no control of another component, platform aside",
                  (from, to) -> CONTROL.test(to) && !OF_PLATFORM.test(to) && elsewhere(from, to)));

  @ArchTest
  static final ArchRule only_control_touches_the_entity_manager =
      noClasses()
          .that(OF_THE_DESK.and(not(CONTROL)))
          .should()
          .dependOnClassesThat(
              not(WOVEN)
                  .and(
                      assignableTo(EntityManager.class)
                          .or(assignableTo(EntityManagerFactory.class))
                          .or(assignableTo(Query.class))
                          .or(assignableTo(PersistenceContext.class))
                          .or(assignableTo(PersistenceUnit.class))
                          .or(resideInAnyPackage("java.sql", "javax.sql"))));

  @ArchTest
  static final ArchRule transactions_start_at_boundaries =
      classes()
          .that(OF_THE_DESK.and(not(BOUNDARY)))
          .should(Beans.beginNoTransaction())
          .andShould()
          .notBeAnnotatedWith(Transactional.class);

  @ArchTest
  static final ArchRule nobody_begins_a_transaction_by_hand =
      noClasses()
          .that(OF_THE_DESK)
          .should()
          .dependOnClassesThat(
              assignableTo(UserTransaction.class)
                  .or(
                      resideInAPackage("jakarta.transaction")
                          .and(nameMatching(".*\\.TransactionManager")))
                  .or(nameMatching("jakarta\\.persistence\\.EntityTransaction")));

  @ArchTest
  static final ArchRule entities_have_no_setters =
      noMethods().that().areDeclaredInClassesThat(PERSISTENT).should(Conditions.setOrForce());

  @ArchTest
  static final ArchRule time_comes_from_the_clock =
      noClasses()
          .that(OF_THE_DESK.and(not(THE_SOURCE)))
          .should()
          .accessTargetWhere(Calls.readTheTime());

  @ArchTest
  static final ArchRule days_are_written_in_one_way =
      noClasses().that(OF_THE_DESK).should().accessTargetWhere(Calls.writeDaysTheirWay());

  @ArchTest
  static final ArchRule ids_and_chance_come_from_one_place =
      noClasses()
          .that(OF_THE_DESK.and(not(THE_SOURCE)).and(not(NAMING_INCIDENTS)))
          .should()
          .accessTargetWhere(Calls.throwDice());

  @ArchTest
  static final ArchRule pages_are_named_pages =
      classes().that(Beans.BACK_A_VIEW).should().haveSimpleNameEndingWith("Page");

  @ArchTest
  static final ArchRule what_is_called_page_is_one =
      classes()
          .that(OF_A_DOOR.and(simpleNameEndingWith("Page")).and(not(assignableTo(Servlet.class))))
          .should(Beans.backAView());

  @ArchTest
  static final ArchRule flux_knows_nothing_of_jakarta_beyond_xml_binding_and_json =
      noClasses()
          .that(OF_FLUX)
          .should()
          .dependOnClassesThat(
              resideInAPackage("jakarta..")
                  .and(not(resideInAnyPackage("jakarta.xml.bind..", "jakarta.json..")))
                  .or(OF_THE_DESK));

  @ArchTest
  static final ArchRule boundary_methods_take_the_caller_first =
      methods()
          .that()
          .areDeclaredInClassesThat(BOUNDARY.and(Beans.HAVE_USE_CASES))
          .and()
          .arePublic()
          .and()
          .areNotStatic()
          .and(not(SIGNING_IN))
          .should(Conditions.takeFirst(Caller.class));

  @ArchTest
  static final ArchRule nobody_waits_by_sleeping =
      noClasses().should().accessTargetWhere(Calls.sleep());

  @ArchTest
  static final ArchRule logs_go_through_one_interface =
      noClasses()
          .that(OF_THE_DESK.or(OF_FLUX))
          .should()
          .dependOnClassesThat(resideInAnyPackage("java.util.logging", "org.jboss.logging"))
          .orShould()
          .accessField(System.class, "out")
          .orShould()
          .accessField(System.class, "err");

  @ArchTest
  static final ArchRule names_say_what_a_class_is_for =
      noClasses()
          .should()
          .haveSimpleNameEndingWith("Service")
          .orShould()
          .haveNameMatching(".*(Manager|Impl|Facade|DTO|Dto|Helper|Utils?)");

  private static boolean comesAfter(JavaClass from, JavaClass to) {
    Optional<String> target = component(to);
    boolean later =
        target.isPresent()
            && COMPONENTS.indexOf(target.get()) > COMPONENTS.indexOf(component(from).orElseThrow());
    return later || door(to).isPresent();
  }

  private static boolean elsewhere(JavaClass from, JavaClass to) {
    return !component(from).equals(component(to));
  }
}
