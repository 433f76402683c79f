package org.guichet.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.guichet.platform.entity.RefusedException.Code.NOT_ALLOWED;

import jakarta.annotation.Resource;
import jakarta.ejb.EJBTransactionRequiredException;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.guichet.deposit.boundary.Incoming;
import org.guichet.deposit.boundary.Spool;
import org.guichet.deposit.boundary.UploadLedger;
import org.guichet.deposit.entity.DepositKind;
import org.guichet.deposit.entity.Drop;
import org.guichet.deposit.entity.DropFolder;
import org.guichet.deposit.entity.RefusalCode;
import org.guichet.it.DeskDriver.Member;
import org.guichet.platform.entity.AccountId;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.Channel;
import org.guichet.platform.entity.DepositId;
import org.guichet.platform.entity.OrganisationId;
import org.guichet.platform.entity.RefusedException;
import org.guichet.rights.RightsTable;
import org.guichet.rights.Role;
import org.guichet.rights.Row;
import org.guichet.rights.Target;
import org.guichet.roster.boundary.ImportDrafts;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Every method of a boundary, called in the real server as everybody there is, for every
 * organisation that matters: it refuses whom its row in the table of rights leaves out, before it
 * looks at anything, and nobody else. What a call would change is rolled back.
 */
@ExtendWith(ArquillianExtension.class)
class RightsIT {
  @Deployment
  static EnterpriseArchive ear() {
    return RealEar.with(RightsIT.class);
  }

  /** What isn’t somebody’s business isn’t there. */
  private static final Set<RefusedException.Code> REFUSING =
      EnumSet.of(
          NOT_ALLOWED, RefusedException.Code.NO_SUCH_TICKET, RefusedException.Code.NO_SUCH_IMPORT);

  private static final String OF_IMPORTS = ImportDrafts.class.getPackageName() + ".Import";

  @Inject RightsCast cast;
  @Inject DeskDriver driver;
  @Inject Spool spool;
  @Inject UploadLedger uploads;
  @Inject ImportDrafts drafts;

  @Resource(lookup = "java:comp/UserTransaction")
  UserTransaction transaction;

  private final Map<Target, DepositId> deposits = new EnumMap<>(Target.class);
  private final Map<Target, Long> requests = new EnumMap<>(Target.class);
  private final Map<Target, UUID> imports = new EnumMap<>(Target.class);
  private final List<String> wrong = new ArrayList<>();
  private int calls;
  private int parts;

  @Test
  void letsEverybodyDoWhatTheTableSaysAndNothingElse() throws Exception {
    cast.assemble();
    cast.resume();
    for (Target target : Target.values()) {
      Member member = cast.standing(target);
      deposits.put(
          target,
          driver.drop(member, "lot-" + target + ".xml", new byte[0]).deposit().orElseThrow());
    }
    for (Target target : Target.values()) {
      requests.put(target, cast.request(target));
      Member member = cast.standing(target);
      imports.put(
          target,
          drafts.begin(cast.member(member, Role.IMPORTER.code()), RightsCast.organisation(member)));
    }
    cast.suspend();

    // What fails behind a right that was there is no matter here, and would fill the log.
    Logger failures = Logger.getLogger("org.jboss.as.ejb3.invocation");
    Level before = failures.getLevel();
    failures.setLevel(Level.OFF);
    try {
      judgeAll();
    } finally {
      failures.setLevel(before);
    }

    assertThat(wrong)
        .as("of %d calls, those that were answered otherwise than rights.properties says", calls)
        .isEmpty();
    assertThat(calls).isGreaterThan(2_000);
  }

  private void judgeAll() throws Exception {
    for (Row row : RightsTable.rows()) {
      for (Method method : methods(row)) {
        for (Role role : Role.values()) {
          for (Target target : row.targets(role)) {
            judge(row, method, role, target);
          }
        }
      }
    }
  }

  private static List<Method> methods(Row row) throws ClassNotFoundException {
    return Stream.of(Class.forName(row.bean()).getDeclaredMethods())
        .filter(method -> method.getName().equals(row.name()) && !method.isSynthetic())
        .filter(method -> Modifier.isPublic(method.getModifiers()))
        .filter(method -> method.getParameterCount() > 0)
        .filter(method -> method.getParameterTypes()[0] == Caller.class)
        .toList();
  }

  private void judge(Row row, Method method, Role role, Target target) throws Exception {
    OrganisationId organisation = RightsCast.organisation(home(role, target));
    Caller caller = cast.caller(role, target);
    if (row.rule() == Row.Rule.OWN) {
      caller = RightsCast.claiming(caller, organisation);
    }
    Object[] arguments = arguments(row, method, role, target);
    arguments[0] = caller;
    boolean refused =
        row.rule() == Row.Rule.INSIDE
            ? needsATransaction(method, arguments)
            : refusedInATransaction(row, method, arguments);
    calls++;
    if (refused == row.allows(role, target)) {
      wrong.add(
          "%s as %s, organisation %s: %s, the row says the contrary (%s %s)"
              .formatted(
                  row.method(),
                  role.shown(),
                  target,
                  refused ? "refused" : "let in, or failed before rights were judged",
                  row.rule(),
                  row.permission().map(Enum::name).orElse("")));
    }
  }

  /** The organisation that is meant by {@code target}. */
  private Member home(Role role, Target target) {
    return role == Role.BARE && target == Target.OWN ? cast.bareHome() : cast.standing(target);
  }

  private Object[] arguments(Row row, Method method, Role role, Target target) {
    Member member = home(role, target);
    RightsArguments made =
        new RightsArguments(
            RightsCast.organisation(member), member.matricule(), special(row, member, target));
    return Stream.of(method.getParameters()).map(made::of).toArray();
  }

  private Map<Class<?>, Supplier<Object>> special(Row row, Member member, Target target) {
    Map<Class<?>, Supplier<Object>> special = new HashMap<>();
    special.put(Drop.class, () -> drop(member));
    if (row.rule() == Row.Rule.IN) {
      boolean ofUploads =
          row.bean().equals(UploadLedger.class.getName())
              || row.bean().equals(Spool.class.getName());
      special.put(
          DepositId.class,
          ofUploads
              ? () ->
                  open(target, () -> uploads.begin(member.caller(), DropFolder.REAL, part()).id())
              : () -> deposits.get(target));
    }
    if (row.rule() == Row.Rule.REQUEST) {
      special.put(long.class, () -> requests.get(target));
    }
    if (ofImports(row)) {
      special.put(UUID.class, () -> imports.get(target));
    }
    special.put(Incoming.class, () -> open(target, () -> incoming(member)));
    return special;
  }

  private Incoming incoming(Member member) {
    try {
      return spool.begin(member.caller(), DropFolder.REAL, part());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String part() {
    parts++;
    return "lot-" + parts + ".xml.part";
  }

  /** A suspended organisation can't begin an upload: it did so before. */
  private <T> T open(Target target, Supplier<T> upload) {
    if (target != Target.SUSPENDED) {
      return upload.get();
    }
    cast.resume();
    T open = upload.get();
    cast.suspend();
    return open;
  }

  private static Drop drop(Member member) {
    return new Drop(
        RightsArguments.nothing(),
        RightsCast.organisation(member),
        member.matricule(),
        DepositKind.REAL,
        Channel.SFTP,
        "essai.xml",
        0,
        Optional.empty(),
        Optional.of(RefusalCode.TOO_LARGE));
  }

  private boolean refusedInATransaction(Row row, Method method, Object... arguments)
      throws Exception {
    transaction.begin();
    try {
      return refused(method, arguments).filter(refusing(row)::contains).isPresent();
    } finally {
      transaction.rollback();
    }
  }

  private static Set<RefusedException.Code> refusing(Row row) {
    return row.rule() == Row.Rule.REQUEST || ofImports(row) ? REFUSING : EnumSet.of(NOT_ALLOWED);
  }

  /** Whether it names an organisation’s import instead of the organisation. */
  private static boolean ofImports(Row row) {
    return row.rule() == Row.Rule.IN && row.bean().startsWith(OF_IMPORTS);
  }

  private static Optional<RefusedException.Code> refused(Method method, Object... arguments)
      throws IllegalAccessException {
    return failure(method, arguments)
        .flatMap(fault -> causes(fault).filter(RefusedException.class::isInstance).findFirst())
        .map(fault -> ((RefusedException) fault).code());
  }

  private static boolean needsATransaction(Method method, Object... arguments)
      throws IllegalAccessException {
    return failure(method, arguments)
        .filter(EJBTransactionRequiredException.class::isInstance)
        .isPresent();
  }

  private static Stream<Throwable> causes(Throwable fault) {
    List<Throwable> all = new ArrayList<>();
    for (@Nullable Throwable each = fault; each != null; each = each.getCause()) {
      all.add(each);
    }
    return all.stream();
  }

  private static @Nullable Object result(Method method, Object... arguments)
      throws IllegalAccessException, InvocationTargetException {
    return method.invoke(CDI.current().select(method.getDeclaringClass()).get(), arguments);
  }

  private static Optional<Throwable> failure(Method method, Object... arguments)
      throws IllegalAccessException {
    try {
      result(method, arguments);
      return Optional.empty();
    } catch (InvocationTargetException e) {
      return Optional.of(e.getTargetException());
    }
  }

  /** Naming one's own organisation doesn't help with people of another. */
  @Test
  void leavesThePeopleOfOthersAloneWhicheverOrganisationIsNamed() throws Exception {
    Member own = driver.member();
    Caller administrator = cast.member(own, Role.ADMINISTRATOR.code());
    Caller reader = cast.member(own, Role.READER.code());
    AccountId stranger = cast.member(driver.member(), Role.READER.code()).account().orElseThrow();
    int tried = 0;
    for (Row row : RightsTable.rows()) {
      for (Method method : methods(row)) {
        List<Class<?>> types = List.of(method.getParameterTypes());
        if (types.contains(AccountId.class) && types.contains(OrganisationId.class)) {
          RightsArguments made =
              new RightsArguments(
                  RightsCast.organisation(own),
                  own.matricule(),
                  Map.of(AccountId.class, () -> stranger));
          Object[] arguments = Stream.of(method.getParameters()).map(made::of).toArray();
          arguments[0] = administrator;
          Optional<RefusedException.Code> refusal = refused(method, arguments);
          if (refusal.equals(
              Optional.of(RefusedException.Code.NOT_ALLOWED))) { // not for administrators as such
            arguments[0] = reader;
            assertThat(result(method, arguments)).as(row.method()).isEqualTo(Optional.empty());
          } else {
            assertThat(refusal).as(row.method()).contains(RefusedException.Code.NO_SUCH_ACCOUNT);
          }
          tried++;
        }
      }
    }
    assertThat(tried).isGreaterThan(5);
  }
}
