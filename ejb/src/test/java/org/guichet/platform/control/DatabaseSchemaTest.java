package org.guichet.platform.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.SQLException;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;

class DatabaseSchemaTest {
  @Test
  void tellsWhichSettingsLetADatabaseForgetWhatItConfirmed() throws IOException, SQLException {
    try (EmbeddedPostgres postgres =
        EmbeddedPostgres.builder()
            .setServerConfig("fsync", "on")
            .setServerConfig("synchronous_commit", "off")
            .setServerConfig("full_page_writes", "off")
            .start()) {
      assertThat(DatabaseSchema.forgetfulSettings(postgres.getPostgresDatabase()))
          .containsExactly("full_page_writes", "synchronous_commit");
    }
  }

  @Test
  void hasNothingToSayOfADatabaseThatKeepsEverything() throws IOException, SQLException {
    try (EmbeddedPostgres postgres =
        EmbeddedPostgres.builder()
            .setServerConfig("fsync", "on")
            .setServerConfig("synchronous_commit", "on")
            .start()) {
      assertThat(DatabaseSchema.forgetfulSettings(postgres.getPostgresDatabase())).isEmpty();
    }
    JdbcDataSource embedded = new JdbcDataSource();
    embedded.setUrl("jdbc:h2:mem:kept");
    assertThat(DatabaseSchema.forgetfulSettings(embedded)).isEmpty();
  }
}
