package org.guichet.web.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.guichet.account.entity.MemberQuery;
import org.guichet.account.entity.MemberQuery.Sort;
import org.guichet.account.entity.MemberQuery.Standing;
import org.guichet.platform.entity.PageRequest;
import org.jspecify.annotations.Nullable;

/**
 * What the table of people shows, as its address says it; so it can be kept, sent and exported.
 *
 * @param of matricule of the organisation; empty for the one that the visitor works for
 * @param page from 1
 */
record MembersListing(
    String of,
    String text,
    Optional<Standing> standing,
    Optional<String> profile,
    Optional<Boolean> administrator,
    Sort sort,
    boolean descending,
    int page,
    int size,
    Set<Column> columns) {
  static final List<Integer> SIZES = List.of(25, 50, 100);

  private static final int MOST = 100;
  private static final String DESCENDING = "-";

  MembersListing {
    columns = columns.isEmpty() ? EnumSet.noneOf(Column.class) : EnumSet.copyOf(columns);
  }

  /** Beside the person’s name and login, which are always there. */
  enum Column {
    EMAIL(true, Optional.of(Sort.EMAIL)),
    PROFILES(true, Optional.empty()),
    STATE(true, Optional.of(Sort.STATE)),
    FACTOR(true, Optional.empty()),
    SEEN(true, Optional.of(Sort.LAST_SIGN_IN)),
    CREATED(false, Optional.of(Sort.CREATED)),
    EXPIRES(false, Optional.empty());

    private final boolean usual;
    private final Optional<Sort> sort;

    Column(boolean usual, Optional<Sort> sort) {
      this.usual = usual;
      this.sort = sort;
    }

    Optional<Sort> sort() {
      return sort;
    }
  }

  /** Nonsense counts for nothing. */
  static MembersListing asked(HttpServletRequest request) {
    String text = parameter(request, "q").strip();
    String sort = parameter(request, "sort");
    String page = parameter(request, "page");
    String[] columns = request.getParameterValues("column");
    return new MembersListing(
        parameter(request, "of"),
        text.length() > MOST ? text.substring(0, MOST) : text,
        named(Standing.class, parameter(request, "state")),
        Optional.of(parameter(request, "profile"))
            .filter(code -> !code.isEmpty() && code.length() <= MOST),
        switch (parameter(request, "role")) {
          case "administrator" -> Optional.of(true);
          case "user" -> Optional.of(false);
          default -> Optional.empty();
        },
        named(Sort.class, sort.startsWith(DESCENDING) ? sort.substring(1) : sort).orElse(Sort.NAME),
        sort.startsWith(DESCENDING),
        page.matches("[1-9]\\d{0,5}") ? Integer.parseInt(page) : 1,
        SIZES.stream()
            .filter(one -> one.toString().equals(parameter(request, "size")))
            .findFirst()
            .orElse(SIZES.get(0)),
        columns == null ? usual() : chosen(columns));
  }

  private static Set<Column> usual() {
    Set<Column> columns = EnumSet.noneOf(Column.class);
    Stream.of(Column.values()).filter(column -> column.usual).forEach(columns::add);
    return columns;
  }

  private static Set<Column> chosen(String[] names) {
    Set<Column> columns = EnumSet.noneOf(Column.class);
    Arrays.stream(names).flatMap(name -> named(Column.class, name).stream()).forEach(columns::add);
    return columns;
  }

  static <E extends Enum<E>> Optional<E> named(Class<E> type, String name) {
    return Arrays.stream(type.getEnumConstants())
        .filter(constant -> word(constant).equals(name))
        .findFirst();
  }

  /** How an address writes a constant. */
  static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static String parameter(HttpServletRequest request, String name) {
    @Nullable String value = request.getParameter(name);
    return value == null ? "" : value;
  }

  /** The page of the table. */
  MemberQuery query() {
    return query(new PageRequest((page - 1) * size, size));
  }

  /** The same of another part. */
  MemberQuery query(PageRequest part) {
    return new MemberQuery(text, standing, profile, administrator, sort, descending, part);
  }

  boolean filtered() {
    return !text.isEmpty()
        || standing.isPresent()
        || profile.isPresent()
        || administrator.isPresent();
  }

  String sortWord() {
    return (descending ? DESCENDING : "") + word(sort);
  }

  /** {@code ascending}, {@code descending} or {@code none}, as {@code aria-sort} says it. */
  String order(Sort of) {
    return of != sort ? "none" : descending ? "descending" : "ascending";
  }

  /** The same people in the order that a column’s button brings. */
  MembersListing turned(Sort by) {
    return new MembersListing(
        of,
        text,
        standing,
        profile,
        administrator,
        by,
        by == sort && !descending,
        1,
        size,
        columns);
  }

  MembersListing at(int otherPage) {
    return new MembersListing(
        of, text, standing, profile, administrator, sort, descending, otherPage, size, columns);
  }

  /** Everybody, in the usual order, in the same columns. */
  MembersListing all() {
    return new MembersListing(
        of,
        "",
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Sort.NAME,
        false,
        1,
        size,
        columns);
  }

  /** From the question mark on; what is usual is left out. */
  String address() {
    StringBuilder parts = new StringBuilder();
    add(parts, "of", of);
    add(parts, "q", text);
    add(parts, "state", standing.map(MembersListing::word).orElse(""));
    add(parts, "profile", profile.orElse(""));
    add(parts, "role", administrator.map(is -> is ? "administrator" : "user").orElse(""));
    add(parts, "sort", sort == Sort.NAME && !descending ? "" : sortWord());
    add(parts, "page", page == 1 ? "" : Integer.toString(page));
    add(parts, "size", size == SIZES.get(0) ? "" : Integer.toString(size));
    if (!columns.equals(usual())) {
      add(parts, "column", "person");
      columns.forEach(column -> add(parts, "column", word(column)));
    }
    return parts.isEmpty() ? "?" : parts.toString();
  }

  private static void add(StringBuilder parts, String name, String value) {
    if (!value.isEmpty()) {
      parts
          .append(parts.isEmpty() ? '?' : '&')
          .append(name)
          .append('=')
          .append(URLEncoder.encode(value, StandardCharsets.UTF_8));
    }
  }
}
