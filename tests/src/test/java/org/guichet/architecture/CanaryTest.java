package org.guichet.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.persistence.internal.weaving.PersistenceWeaved;
import org.guichet.canary.Breaks;
import org.guichet.canary.deposit.entity.Parcel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each rule must condemn the bad classes that were made for it, and have at least one. */
class CanaryTest {
  private static final JavaClasses CANARIES =
      new ClassFileImporter().importPackages("org.guichet.canary");

  static Stream<String> rules() {
    return Arrays.stream(ArchitectureTest.class.getDeclaredFields())
        .filter(field -> field.isAnnotationPresent(ArchTest.class))
        .map(field -> field.getName());
  }

  @ParameterizedTest
  @MethodSource("rules")
  void everyRuleCondemnsEachOfItsCanaries(String rule) throws ReflectiveOperationException {
    List<String> canaries = canariesOf(rule);
    assertThat(canaries).as("canaries of " + rule).isNotEmpty();

    List<String> findings = findings(rule);
    assertThat(canaries)
        .allSatisfy(canary -> assertThat(findings).anyMatch(finding -> finding.contains(canary)));
  }

  @Test
  void everyCanaryNamesRulesThatThereAre() {
    assertThat(CANARIES.stream().flatMap(canary -> broken(canary)).distinct())
        .containsExactlyInAnyOrderElementsOf(rules().toList());
  }

  @ParameterizedTest
  @MethodSource("rules")
  void noRuleTakesWhatTheWeaverWritesForOurs(String rule) throws ReflectiveOperationException {
    assertThat(PersistenceWeaved.class).isAssignableFrom(Parcel.class);
    assertThat(findings(rule))
        .noneMatch(
            finding ->
                finding.contains("<" + Parcel.class.getName() + ".")
                    || finding.startsWith("Class <" + Parcel.class.getName() + ">"));
  }

  private static List<String> canariesOf(String rule) {
    return CANARIES.stream()
        .filter(canary -> broken(canary).anyMatch(rule::equals))
        .map(JavaClass::getSimpleName)
        .toList();
  }

  private static Stream<String> broken(JavaClass canary) {
    return canary
        .tryGetAnnotationOfType(Breaks.class)
        .map(breaks -> Arrays.stream(breaks.value()))
        .orElseGet(Stream::empty);
  }

  private static List<String> findings(String rule) throws ReflectiveOperationException {
    ArchRule checked = (ArchRule) ArchitectureTest.class.getDeclaredField(rule).get(null);
    return checked.evaluate(CANARIES).getFailureReport().getDetails();
  }
}
