package org.guichet.documents;

import java.io.IOException;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.guichet.platform.entity.Permission;
import org.guichet.rights.RightsTable;
import org.guichet.rights.Role;
import org.guichet.rights.Row;
import org.guichet.rights.Target;
import org.junit.jupiter.api.Test;

/** docs/rights.md shows whom the table of rights lets in. */
class RightsPageTest {
  private static final String HEAD =
      """
      # Rights

      <!-- Made from rights.properties and the catalogue; -Dguichet.docs.write=true writes it anew. -->

      Who may call which method of a boundary, whichever door they come through: pages, SFTP, the
      command line. `RightsIT` calls each method in the real server as each of these, for their own
      organisation, one that theirs gave a mandate, one that gave theirs one, another, and their own
      while it is suspended; `RightsTableTest` fails for a method without a row.
      """;

  private static final List<Row> ROWS =
      RightsTable.rows().stream().sorted(Comparator.comparing(Row::method)).toList();

  @Test
  void showsWhoMayCallWhat() throws IOException {
    StringBuilder page = new StringBuilder(HEAD);
    roles(page);
    permissions(page);
    methods(page);
    forAnybody(page);
    forNobody(page);
    Repository.assertPageSays("rights.md", page.toString());
  }

  private static void roles(StringBuilder page) {
    page.append("\n## Who there is\n\n| here | who |\n| --- | --- |\n");
    Stream.of(Role.values())
        .forEach(role -> page.append("| %s | %s |\n".formatted(role.shown(), role.who())));
    page.append(
        """

        Those with a role act in the whole deployment (**all**). Members and keys act in their **own**
        organisation while it is active; **+ mandated** where they also may in organisations that it
        gave a mandate. Nobody gets anything by a mandate given to theirs. A disabled account, an
        ended session and a stopped key may do what a visitor may.
        """);
  }

  private static void permissions(StringBuilder page) {
    page.append("\n## Permissions\n\n");
    header(page, "permission");
    for (Permission permission : Permission.values()) {
      if (shownRoles().stream().anyMatch(role -> !cell(role, permission).isEmpty())) {
        page.append("| `%s` |".formatted(permission));
        shownRoles().forEach(role -> page.append(" %s |".formatted(cell(role, permission))));
        page.append('\n');
      }
    }
  }

  private static void methods(StringBuilder page) {
    page.append(
        """

        ## Methods

        Asked **in** the organisation that a call is about, in the **own** one that the caller works
        for, or **everywhere**: then only who has the permission in the whole deployment may. A **request**
        is answered by them, by the administrators of the organisation that it was sent to, and by
        whoever asked; for others it isn't there.

        """);
    header(page, "method | asks");
    ROWS.stream()
        .filter(row -> row.permission().isPresent() && !ofTheSystem(row))
        .forEach(
            row -> {
              page.append("| `%s` | %s |".formatted(row.method(), asks(row)));
              shownRoles().forEach(role -> page.append(" %s |".formatted(cell(role, row))));
              page.append('\n');
            });
  }

  private static void forAnybody(StringBuilder page) {
    page.append("\n## Without a permission\n\n| method | who |\n| --- | --- |\n");
    for (Row row : ROWS) {
      if (row.permission().isEmpty()) {
        String who =
            switch (row.rule()) {
              case PERSON -> "whoever is signed in, for the own account";
              case INSIDE -> "nobody: only within the transaction of another method";
              default -> "anybody: " + row.why();
            };
        page.append("| `%s` | %s |\n".formatted(row.method(), who));
      }
    }
  }

  private static void forNobody(StringBuilder page) {
    page.append(
        """

        ## The system's own work

        Nobody has these permissions: timers, messages and the command line of the machine come as
        the system itself.

        | permission | methods |
        | --- | --- |
        """);
    for (Permission permission : Permission.values()) {
      String methods =
          ROWS.stream()
              .filter(row -> row.permission().filter(permission::equals).isPresent())
              .filter(RightsPageTest::ofTheSystem)
              .map(row -> "`" + row.method() + "`")
              .collect(Collectors.joining(", "));
      if (!methods.isEmpty()) {
        page.append("| `%s` | %s |\n".formatted(permission, methods));
      }
    }
  }

  private static void header(StringBuilder page, String first) {
    page.append("| ").append(first).append(" |");
    shownRoles().forEach(role -> page.append(" %s |".formatted(role.shown())));
    page.append("\n|");
    long columns = first.chars().filter(c -> c == '|').count() + 1 + shownRoles().size();
    page.append(" --- |".repeat((int) columns)).append('\n');
  }

  private static String asks(Row row) {
    return "%s `%s`"
        .formatted(
            switch (row.rule()) {
              case IN -> "in";
              case OWN -> "own";
              case REQUEST -> "request";
              default -> "everywhere";
            },
            row.permission().orElseThrow());
  }

  private static boolean ofTheSystem(Row row) {
    return Stream.of(Role.values())
        .noneMatch(
            role -> EnumSet.allOf(Target.class).stream().anyMatch(each -> row.allows(role, each)));
  }

  private static String cell(Role role, Permission permission) {
    return words(
        role.everywhere().contains(permission),
        role.in(Target.OWN).contains(permission),
        role.in(Target.DEPOSITOR).contains(permission));
  }

  private static String cell(Role role, Row row) {
    Set<Target> in = EnumSet.noneOf(Target.class);
    EnumSet.allOf(Target.class).stream().filter(each -> row.allows(role, each)).forEach(in::add);
    return words(in.contains(Target.OTHER), in.contains(Target.OWN), in.contains(Target.DEPOSITOR));
  }

  private static String words(boolean everywhere, boolean own, boolean mandated) {
    if (everywhere) {
      return "all";
    }
    return own ? mandated ? "own + mandated" : "own" : "";
  }

  /** Those that may anything at all. */
  private static List<Role> shownRoles() {
    return Stream.of(Role.values())
        .filter(role -> !role.everywhere().isEmpty() || !role.in(Target.OWN).isEmpty())
        .toList();
  }
}
