package org.guichet.testing;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.metamodel.EntityType;
import org.eclipse.persistence.internal.weaving.PersistenceWeaved;
import org.junit.jupiter.api.Test;

/** Unwoven, every lazy relation would silently be an eager one. */
class WeavingTest {
  @Test
  void everyEntityIsWoven() {
    assertThat(TestDatabase.shared().entityManager().getMetamodel().getEntities())
        .isNotEmpty()
        .extracting(EntityType::getJavaType)
        .allSatisfy(type -> assertThat(PersistenceWeaved.class).isAssignableFrom(type));
  }
}
