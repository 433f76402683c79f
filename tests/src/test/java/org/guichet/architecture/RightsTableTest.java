package org.guichet.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.guichet.account.entity.Catalogue;
import org.guichet.organisation.entity.KeyScope;
import org.guichet.platform.entity.Caller;
import org.guichet.rights.RightsTable;
import org.guichet.rights.Role;
import org.guichet.rights.Row;
import org.junit.jupiter.api.Test;

/** The table of rights leaves nothing out; {@code RightsIT} shows that it is true. */
class RightsTableTest {
  private static final String WHERE = "tests/src/test/resources/" + RightsTable.FILE;

  @Test
  void everyMethodThatDoorsCallHasARow() {
    Set<String> missing = new TreeSet<>(methods());
    RightsTable.rows().stream().map(Row::method).forEach(missing::remove);

    assertThat(missing)
        .as(
            "methods without a row. Say in %s who may call each, for example%n%s%n"
                + "or \"own PERMISSION\", \"everywhere PERMISSION\", \"person\", \"anybody WHY\"; its"
                + " head explains them. Then write docs/rights.md anew: -Dtest=RightsPageTest"
                + " -Dguichet.docs.write=true",
            WHERE,
            missing.stream()
                .map(method -> method + "=in ORGANISATION_VIEW")
                .collect(Collectors.joining("\n")))
        .isEmpty();
  }

  @Test
  void everyRowHasItsMethod() {
    Set<String> over = new TreeSet<>();
    RightsTable.rows().stream().map(Row::method).forEach(over::add);
    over.removeAll(methods());

    assertThat(over).as("rows of %s to take out: there is no such method", WHERE).isEmpty();
  }

  @Test
  void everyProfileRoleAndScopeIsTried() {
    Catalogue catalogue = Role.shippedCatalogue();
    Set<String> codes = new TreeSet<>();
    catalogue.profiles().map(Catalogue.Right::code).forEach(codes::add);
    catalogue.services().stream()
        .flatMap(service -> service.groups().stream())
        .flatMap(group -> group.rights().stream())
        .map(Catalogue.Right::code)
        .forEach(codes::add);
    EnumSet.allOf(KeyScope.class).forEach(scope -> codes.add(scope.name()));
    Stream.of(Role.values()).map(Role::code).forEach(codes::remove);

    assertThat(codes).as("without a constant in %s", Role.class.getName()).isEmpty();
  }

  private static Set<String> methods() {
    return new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.guichet")
            .stream()
            .filter(type -> type.getPackageName().endsWith(".boundary"))
            .filter(Beans.HAVE_USE_CASES)
            .flatMap(type -> type.getMethods().stream())
            .filter(method -> method.getModifiers().contains(JavaModifier.PUBLIC))
            .filter(method -> !method.getModifiers().contains(JavaModifier.STATIC))
            .filter(RightsTableTest::takesACaller)
            .map(RightsTableTest::name)
            .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The others sign somebody in: ArchitectureTest allows no more of them. */
  private static boolean takesACaller(JavaMethod method) {
    return !method.getRawParameterTypes().isEmpty()
        && method.getRawParameterTypes().get(0).isEquivalentTo(Caller.class);
  }

  private static String name(JavaMethod method) {
    JavaClass bean = method.getOwner();
    String path = bean.getPackageName();
    String component = path.substring("org.guichet.".length(), path.lastIndexOf('.'));
    return component + "." + bean.getSimpleName() + "." + method.getName();
  }
}
