package org.guichet.it;

import java.io.File;
import java.net.URISyntaxException;
import org.assertj.core.api.Assertions;
import org.guichet.flux.FluxSamples;
import org.guichet.rights.RightsTable;
import org.guichet.rights.Role;
import org.guichet.rights.Row;
import org.guichet.rights.Target;
import org.guichet.system.Authenticator;
import org.jboss.arquillian.container.test.api.Testable;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The EAR as it is shipped, plus one war of tests. */
final class RealEar {
  private RealEar() {}

  static EnterpriseArchive with(Class<?>... tests) {
    EnterpriseArchive ear =
        ShrinkWrap.createFromZipFile(
            EnterpriseArchive.class, new File(System.getProperty("guichet.ear")));
    ear.delete("META-INF/application.xml"); // it would hide tests.war
    WebArchive war =
        ShrinkWrap.create(WebArchive.class, "tests.war")
            .addClasses(Await.class, DeskDriver.class, Authenticator.class)
            .addClasses(RightsTable.class, Role.class, Role.Kind.class, Row.class, Row.Rule.class)
            .addClasses(Target.class, RightsCast.class, RightsArguments.class, OpenDoor.class)
            .addAsResource(RightsTable.FILE)
            .addClasses(tests)
            .addPackage(FluxSamples.class.getPackage())
            .addAsLibrary(jarOf(Assertions.class))
            .addAsWebInfResource("it-beans.xml", "beans.xml");
    return ear.addAsModule(Testable.archiveToTest(war));
  }

  private static File jarOf(Class<?> type) {
    try {
      return new File(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
