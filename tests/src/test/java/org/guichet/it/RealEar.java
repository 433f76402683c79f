package org.guichet.it;

import java.io.File;
import java.net.URISyntaxException;
import org.assertj.core.api.Assertions;
import org.guichet.flux.FluxSamples;
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
            .addClasses(Await.class, DeskDriver.class)
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
