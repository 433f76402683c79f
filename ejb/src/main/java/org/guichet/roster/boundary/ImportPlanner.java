package org.guichet.roster.boundary;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.guichet.platform.boundary.Permissions;
import org.guichet.platform.control.WriteBehind;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.Permission;
import org.guichet.platform.entity.Settings;
import org.guichet.roster.control.planning.ImportPlanning;
import org.guichet.roster.control.planning.KnownPeople;
import org.guichet.roster.control.planning.NewPeople;
import org.guichet.roster.control.planning.PlanSink;
import org.guichet.roster.entity.ChildLink;
import org.guichet.roster.entity.KnownPerson;
import org.guichet.roster.entity.Operation;
import org.guichet.roster.entity.PlanRow;
import org.guichet.roster.entity.PlanSummary;
import org.guichet.roster.entity.PlannedRow;
import org.guichet.roster.entity.Profile;
import org.guichet.roster.entity.RowRef;
import org.guichet.roster.entity.WorkLease;
import org.jspecify.annotations.Nullable;

/** Makes the plan of an import: reads its files, looks its people up, keeps the rows. */
@Stateless
@PermitAll // rights: Permissions, not the container
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ImportPlanner {
  private static final int AT_ONCE = 1_000;

  @Inject ImportSteps steps;
  @Inject Permissions permissions;
  @Inject Settings settings;
  @Inject Clock clock;
  @Inject Supplier<UUID> ids;

  @Resource(lookup = "java:comp/DefaultManagedExecutorService")
  ManagedExecutorService executor;

  /**
   * Makes it and hands it in.
   *
   * @throws WorkLostException when somebody else has the work by now, or nobody wants it any more
   */
  public void plan(Caller caller, WorkLease lease) throws IOException {
    permissions.requireEverywhere(caller, Permission.PEOPLE_PROCESS);
    Instant since = clock.instant();
    UUID plan = ids.get();
    ImportPlanning planning =
        new ImportPlanning(
            new Known(caller, lease),
            bases -> steps.logins(caller, lease, bases),
            LocalDate.ofInstant(since, settings.zone()));
    Rows rows;
    PlanSummary summary;
    try (WriteBehind writes = new WriteBehind(executor)) {
      rows = new Rows(caller, lease, plan, writes);
      summary = planning.plan(steps.request(caller, lease), rows);
      rows.flush();
      writes.finish();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    steps.planned(caller, lease, plan, since, summary, rows.logins);
  }

  /** People of the import's organisation. */
  private final class Known implements KnownPeople {
    private final Caller caller;
    private final WorkLease lease;

    Known(Caller caller, WorkLease lease) {
      this.caller = caller;
      this.lease = lease;
    }

    @Override
    public Map<String, List<KnownPerson>> having(Collection<String> keys) {
      return steps.having(caller, lease.organisation(), keys);
    }

    @Override
    public void each(Profile profile, Consumer<KnownPerson> person) {
      List<KnownPerson> part = part(profile, null);
      while (!part.isEmpty()) {
        part.forEach(person);
        part = part(profile, part.get(part.size() - 1));
      }
    }

    private List<KnownPerson> part(Profile profile, @Nullable KnownPerson behind) {
      return steps.part(caller, lease.organisation(), profile, behind, AT_ONCE);
    }
  }

  /** Keeps the rows of a plan, a thousand at a time, while the files are read on. */
  private final class Rows implements PlanSink {
    private final Caller caller;
    private final WorkLease lease;
    private final UUID plan;
    private final NewPeople made;
    private final WriteBehind writes;
    private final List<PlannedRow> waiting = new ArrayList<>(AT_ONCE);
    private final List<String> logins = new ArrayList<>();
    private long expected;
    private long place;

    Rows(Caller caller, WorkLease lease, UUID plan, WriteBehind writes) {
      this.caller = caller;
      this.lease = lease;
      this.plan = plan;
      made = new NewPeople(plan);
      this.writes = writes;
    }

    @Override
    public void expects(int rows) {
      expected = rows;
      steps.renew(caller, lease, 0, expected);
    }

    @Override
    public void row(PlanRow row) {
      if (row.operation() == Operation.CREATE) {
        logins.add(row.login());
      }
      waiting.add(PlannedRow.of(place, row, person(row), children(row)));
      place++;
      if (waiting.size() == AT_ONCE) {
        flush();
      }
    }

    private @Nullable UUID person(PlanRow row) {
      UUID known = row.person();
      if (known != null) {
        return known;
      }
      RowRef first = row.mergedInto();
      boolean isNew = row.operation() == Operation.CREATE;
      return isNew ? made.of(row.read().ref()) : first == null ? null : made.of(first);
    }

    private List<UUID> children(PlanRow row) {
      List<UUID> children = new ArrayList<>(row.children().size());
      for (ChildLink child : row.children()) {
        RowRef ref = child.row();
        UUID known = child.person();
        if (known != null) {
          children.add(known);
        } else if (ref != null) {
          children.add(made.of(ref));
        }
      }
      return children;
    }

    void flush() {
      if (!waiting.isEmpty()) {
        List<PlannedRow> batch = List.copyOf(waiting);
        long all = Math.max(expected, place);
        waiting.clear();
        try {
          writes.add(() -> steps.rows(caller, lease, plan, batch, all));
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    }
  }
}
