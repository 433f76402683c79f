package org.guichet.platform.control;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.flywaydb.core.api.output.MigrateResult;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the tables to the shape that this version expects, before anything else starts. Beans that
 * touch the database at start-up say {@code @DependsOn("Migration")}. Several servers may start at
 * once on one database: Flyway lets one through at a time.
 */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
public class Migration {
  private static final Logger log = LoggerFactory.getLogger(Migration.class);

  @Resource(lookup = "java:jboss/datasources/GuichetDS")
  DataSource dataSource;

  @PostConstruct
  void migrate() {
    MigrateResult result = DatabaseSchema.bringUpToDate(dataSource);
    log.info(
        "PLT-111 database ready schema={} applied={}",
        result.targetSchemaVersion == null
            ? result.initialSchemaVersion
            : result.targetSchemaVersion,
        result.migrationsExecuted);
    warnOfForgetting();
  }

  private void warnOfForgetting() {
    try {
      for (String setting : DatabaseSchema.forgetfulSettings(dataSource)) {
        log.warn("PLT-112 the database may forget in a crash what it confirmed off={}", setting);
      }
    } catch (SQLException e) {
      throw new IllegalStateException("The database doesn't say how it is set", e);
    }
  }
}
