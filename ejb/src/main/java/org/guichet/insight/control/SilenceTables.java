package org.guichet.insight.control;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.guichet.platform.control.SqlText;
import org.guichet.platform.entity.OrganisationId;

/** When a certifier's depositors last dropped for it, and of which silences it was told. */
@Dependent
public class SilenceTables {
  @PersistenceContext EntityManager em;

  /** Of each that ever dropped a file for the certifier, when it came last. */
  public Map<OrganisationId, Instant> lastDrops(OrganisationId certifier) {
    Map<OrganisationId, Instant> drops = new HashMap<>();
    new SqlText()
        .add("select cast(organisation as varchar(36)), max(received_at) from deposit_fact")
        .add(" where certifier = ? group by organisation", certifier.value())
        .rows(em)
        .forEach(row -> drops.put(new OrganisationId(SqlText.id(row[0])), SqlText.instant(row[1])));
    return drops;
  }

  public boolean told(OrganisationId certifier, OrganisationId depositor, Instant since) {
    return new SqlText()
            .add(
                "select count(*) from silence_alarm where certifier = ? and depositor = ?"
                    + " and since = ?",
                certifier.value(),
                depositor.value(),
                since.atOffset(ZoneOffset.UTC))
            .number(em)
        > 0;
  }

  public void tell(OrganisationId certifier, OrganisationId depositor, Instant since, Instant now) {
    new SqlText()
        .add(
            "insert into silence_alarm (certifier, depositor, since, told_at) values (?, ?, ?, ?)",
            certifier.value(),
            depositor.value(),
            since.atOffset(ZoneOffset.UTC),
            now.atOffset(ZoneOffset.UTC))
        .change(em);
  }

  /** Holds everybody else off who would write to this organisation, until the transaction ends. */
  public void lock(OrganisationId organisation) {
    new SqlText()
        .add("select o.version from organisation o where o.id = ? for update", organisation.value())
        .column(em);
  }
}
