package org.guichet.web.portal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.text.NumberFormat;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.guichet.account.boundary.Members;
import org.guichet.account.entity.AccountView;
import org.guichet.account.entity.MemberQuery.Sort;
import org.guichet.account.entity.MemberQuery.Standing;
import org.guichet.account.entity.MemberView;
import org.guichet.platform.entity.Page;
import org.guichet.web.CurrentVisitor;
import org.guichet.web.PageLanguage;
import org.guichet.web.Texts;
import org.guichet.web.portal.MembersListing.Column;
import org.jspecify.annotations.Nullable;

/** Backs {@code /portal/members}: an organisation’s people. Its address says what is shown. */
@Named
@RequestScoped
public class MembersPage {
  @Inject HttpServletRequest request;
  @Inject CurrentVisitor visitor;
  @Inject PageLanguage language;
  @Inject Members members;
  @Inject MembersOrganisation organisation;
  @Inject MemberWords words;

  private @Nullable MembersListing listing;
  private @Nullable Page<MemberView> found;
  private @Nullable List<Row> rows;

  MembersListing listing() {
    if (listing == null) {
      listing = MembersListing.asked(request);
    }
    return listing;
  }

  private Page<MemberView> found() {
    if (found == null) {
      found = members.list(visitor.caller(), organisation.id(), listing().query());
    }
    return found;
  }

  /** The page’s name; whether the visitor may see it is judged with it. */
  public String getTitle() {
    if (organisation.isThere()) {
      found();
    }
    return texts().text("members.title");
  }

  /** Whose people these are, and that they can only be seen, where it is so. */
  public String getLede() {
    String key = organisation.isManaged() ? "members.lede" : "members.lede.read";
    return texts().text(key, organisation.getName(), organisation.getMatricule());
  }

  public List<Row> getRows() {
    if (rows == null) {
      rows = found().rows().stream().map(this::row).toList();
    }
    return rows;
  }

  public String getText() {
    return listing().text();
  }

  public String getSort() {
    return listing().sortWord();
  }

  public boolean isFiltered() {
    return listing().filtered();
  }

  /** From the question mark on: what is shown now. */
  public String getAddress() {
    return listing().address();
  }

  /** The same of everybody. */
  public String getAllAddress() {
    return listing().all().address();
  }

  public int getPage() {
    return listing().page();
  }

  public long getPages() {
    return Math.max(1, (found().total() + listing().size() - 1) / listing().size());
  }

  public String getBeforeAddress() {
    return listing().at(getPage() - 1).address();
  }

  public String getAfterAddress() {
    return listing().at(getPage() + 1).address();
  }

  /** {@code 26 à 50 sur 1 234 personnes}. */
  public String getExtent() {
    NumberFormat numbers = NumberFormat.getIntegerInstance(language.getLocale());
    long first = (getPage() - 1L) * listing().size() + 1;
    return texts()
        .text(
            "members.extent",
            numbers.format(first),
            numbers.format(first + found().rows().size() - 1),
            numbers.format(found().total()));
  }

  /** States to choose from. */
  public List<Choice> getStandings() {
    Optional<Standing> chosen = listing().standing();
    return Stream.of(Standing.values())
        .map(
            standing ->
                new Choice(
                    MembersListing.word(standing),
                    texts().text("members.state." + standing),
                    chosen.equals(Optional.of(standing))))
        .toList();
  }

  /** Profiles to choose from. */
  public List<Choice> getProfiles() {
    Optional<String> chosen = listing().profile();
    return words
        .catalogue()
        .profiles()
        .map(
            right ->
                new Choice(
                    right.code(),
                    right.names().in(language.getLocale()),
                    chosen.equals(Optional.of(right.code()))))
        .toList();
  }

  /** Administrators or not. */
  public List<Choice> getRoles() {
    return Stream.of("administrator", "user")
        .map(
            word ->
                new Choice(
                    word,
                    texts().text("members.role." + word),
                    listing()
                        .administrator()
                        .filter(is -> is == word.equals("administrator"))
                        .isPresent()))
        .toList();
  }

  public List<Choice> getSizes() {
    return MembersListing.SIZES.stream()
        .map(size -> new Choice(size.toString(), size.toString(), size == listing().size()))
        .toList();
  }

  /** What can be done to many at once. */
  public List<MemberDeed> getBulk() {
    return List.of(MemberDeed.RENEW, MemberDeed.RESEND, MemberDeed.DISABLE, MemberDeed.DELETE);
  }

  /** Columns to choose from. */
  public List<Choice> getColumnChoices() {
    return Stream.of(Column.values())
        .map(
            column ->
                new Choice(
                    MembersListing.word(column),
                    texts().text("members.column." + column),
                    shows(column)))
        .toList();
  }

  private boolean shows(Column column) {
    return listing().columns().contains(column);
  }

  /** Columns that are shown, the person first. */
  public List<Head> getHeads() {
    return Stream.concat(
            Stream.of(head("members.column.PERSON", Optional.of(Sort.NAME))),
            listing().columns().stream()
                .map(column -> head("members.column." + column, column.sort())))
        .toList();
  }

  private Head head(String text, Optional<Sort> sort) {
    return new Head(
        texts().text(text),
        sort.map(listing()::order).orElse(""),
        sort.map(by -> listing().turned(by).address()).orElse(""));
  }

  public boolean isEmailShown() {
    return shows(Column.EMAIL);
  }

  public boolean isProfilesShown() {
    return shows(Column.PROFILES);
  }

  public boolean isStateShown() {
    return shows(Column.STATE);
  }

  public boolean isFactorShown() {
    return shows(Column.FACTOR);
  }

  public boolean isSeenShown() {
    return shows(Column.SEEN);
  }

  public boolean isCreatedShown() {
    return shows(Column.CREATED);
  }

  public boolean isExpiresShown() {
    return shows(Column.EXPIRES);
  }

  private Row row(MemberView member) {
    AccountView account = member.account();
    boolean managed = organisation.isManaged();
    boolean self = visitor.caller().account().equals(Optional.of(account.id()));
    return new Row(
        account.id().toString(),
        account.name().full(),
        CurrentVisitor.initials(account.name()),
        account.login(),
        account.email(),
        words.profiles(member),
        MemberWords.look(account),
        MemberWords.icon(account),
        words.standing(account),
        member.secondFactor(),
        account.lastSignInAt().orElse(null),
        account.createdAt(),
        account.expiresAt(),
        managed ? MemberDeed.possible(member, self) : List.of());
  }

  private Texts texts() {
    return words.texts();
  }

  /** Something to choose, by the word that the address has for it. */
  public record Choice(String word, String text, boolean chosen) {}

  /**
   * The top of a column.
   *
   * @param order as {@code aria-sort} says it; empty for one that can’t be sorted by
   * @param address of the order that its button brings
   */
  public record Head(String text, String order, String address) {}

  /** A person in the table; {@code look} and {@code icon} show the state. */
  public record Row(
      String id,
      String name,
      String initials,
      String login,
      String email,
      List<String> profiles,
      String look,
      String icon,
      String state,
      boolean factor,
      @Nullable Instant seenAt,
      Instant createdAt,
      Instant expiresAt,
      List<MemberDeed> deeds) {
    public Row {
      profiles = List.copyOf(profiles);
      deeds = List.copyOf(deeds);
    }
  }
}
