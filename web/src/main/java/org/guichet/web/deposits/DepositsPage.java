package org.guichet.web.deposits;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.text.NumberFormat;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.guichet.account.boundary.OwnViews;
import org.guichet.account.entity.SavedView;
import org.guichet.deposit.boundary.DepositList;
import org.guichet.deposit.entity.DepositFilter.Sort;
import org.guichet.deposit.entity.DepositKind;
import org.guichet.deposit.entity.DepositRow;
import org.guichet.deposit.entity.DepositStanding;
import org.guichet.platform.boundary.Permissions;
import org.guichet.platform.entity.Channel;
import org.guichet.platform.entity.Page;
import org.guichet.platform.entity.Permission;
import org.guichet.platform.entity.Settings;
import org.guichet.web.CurrentVisitor;
import org.guichet.web.PageLanguage;
import org.guichet.web.Sizes;
import org.guichet.web.Texts;
import org.guichet.web.deposits.DepositsListing.Column;
import org.jspecify.annotations.Nullable;

/**
 * Backs {@code /portal/deposits}: all that was dropped by or for the organisation that the visitor
 * works for; of everybody for those who may see all. Its address says what is shown.
 */
@Named
@RequestScoped
public class DepositsPage {
  private static final List<Channel> CHANNELS = List.of(Channel.SFTP, Channel.PAGE, Channel.API);

  @Inject HttpServletRequest request;
  @Inject CurrentVisitor visitor;
  @Inject PageLanguage language;
  @Inject DepositList search;
  @Inject OwnViews views;
  @Inject Permissions permissions;
  @Inject Settings settings;
  @Inject Sizes sizes;

  private @Nullable DepositsListing listing;
  private @Nullable Page<DepositRow> found;
  private @Nullable List<Row> rows;

  private DepositsListing listing() {
    if (listing == null) {
      listing = DepositsListing.asked(request);
    }
    return listing;
  }

  private Page<DepositRow> found() {
    if (found == null) {
      found =
          search.search(
              visitor.caller(),
              listing().filter(visitor.caller().organisation(), settings.zone()),
              listing().part());
    }
    return found;
  }

  /** The page's name; whether the visitor may see it is judged with it. */
  public String getTitle() {
    found();
    return texts().text("deposits.title");
  }

  /** Whether the visitor may drop files. */
  public boolean isDropping() {
    return visitor
        .caller()
        .organisation()
        .filter(own -> permissions.allows(visitor.caller(), Permission.DEPOSIT_DROP, own))
        .isPresent();
  }

  public List<Row> getRows() {
    if (rows == null) {
      Texts texts = texts();
      NumberFormat numbers = NumberFormat.getIntegerInstance(language.getLocale());
      rows = found().rows().stream().map(row -> row(row, texts, numbers)).toList();
    }
    return rows;
  }

  private Row row(DepositRow row, Texts texts, NumberFormat numbers) {
    boolean judged = row.accepted() + row.rejected() > 0;
    return new Row(
        row.fileName(),
        row.number() == 0 ? "" : numbers.format(row.number()),
        row.pageOf(),
        row.idFlux().orElse(""),
        row.sender().value(),
        row.kind() == DepositKind.TRIAL,
        DepositLook.of(row.standing(), texts),
        certifications(row.certifications(), texts),
        judged ? numbers.format(row.accepted()) : "–",
        judged ? numbers.format(row.rejected()) : "–",
        row.rejected() > 0,
        row.progress().map(share -> (int) Math.round(share * 100)).orElse(-1),
        texts.text("deposit.channel." + row.channel()),
        row.size() == 0 ? "" : sizes.text(row.size()),
        row.receivedAt(),
        row.corrects().map(of -> texts.text("deposits.corrects", numbers.format(of))).orElse(""));
  }

  private static String certifications(List<String> codes, Texts texts) {
    if (codes.isEmpty()) {
      return "";
    }
    return codes.size() == 1
        ? codes.get(0)
        : texts.text("deposits.certifications.more", codes.get(0), codes.size() - 1);
  }

  /** Whether something shown will change soon by itself. */
  public boolean isMoving() {
    return found().rows().stream()
        .map(DepositRow::standing)
        .anyMatch(one -> one == DepositStanding.RECEIVED || one == DepositStanding.CHECKING);
  }

  public String getText() {
    return listing().text();
  }

  public String getCertification() {
    return listing().certification();
  }

  public String getSender() {
    return listing().sender();
  }

  public String getSince() {
    return listing().since().map(Object::toString).orElse("");
  }

  public String getUntil() {
    return listing().until().map(Object::toString).orElse("");
  }

  public String getSort() {
    return listing().sortWord();
  }

  public boolean isFiltered() {
    return listing().filtered();
  }

  /** Asks for what is shown now; ends so that more can follow. */
  public String getQuery() {
    return listing().query();
  }

  public int getPage() {
    return listing().page();
  }

  public boolean isMore() {
    return (long) getPage() * listing().size() < found().total();
  }

  /** {@code Dépôts 26 à 50 sur 1 234}. */
  public String getExtent() {
    NumberFormat numbers = NumberFormat.getIntegerInstance(language.getLocale());
    long first = (getPage() - 1L) * listing().size() + 1;
    return texts()
        .text(
            "deposits.extent",
            numbers.format(first),
            numbers.format(first + found().rows().size() - 1),
            numbers.format(found().total()));
  }

  /** The visitor's own ways to look at the list. */
  public List<SavedView.Look> getViews() {
    return views.list(visitor.caller(), ViewKeeping.TABLE);
  }

  /** What the address says, for a form that keeps it. */
  public Set<Map.Entry<String, String>> getParts() {
    return listing().parts().entrySet();
  }

  public List<Choice> getStandings() {
    return Stream.of(DepositStanding.values())
        .map(
            one ->
                new Choice(
                    one.name(),
                    texts().text("deposit.status." + one),
                    listing().standing().equals(Optional.of(one))))
        .toList();
  }

  public List<Choice> getKinds() {
    return Stream.of(DepositKind.values())
        .map(
            one ->
                new Choice(
                    one.name(),
                    texts().text("deposit.kind." + one),
                    listing().kind().equals(Optional.of(one))))
        .toList();
  }

  public List<Choice> getChannels() {
    return CHANNELS.stream()
        .map(
            one ->
                new Choice(
                    one.name(),
                    texts().text("deposit.channel." + one),
                    listing().channel().equals(Optional.of(one))))
        .toList();
  }

  /** The filters in force, each with what asks for the rest. */
  public List<Chip> getChips() {
    List<Chip> chips = new ArrayList<>();
    DepositsListing shown = listing();
    Texts texts = texts();
    shown.standing().ifPresent(one -> chip(chips, "status", texts.text("deposit.status." + one)));
    shown.kind().ifPresent(one -> chip(chips, "kind", texts.text("deposit.kind." + one)));
    shown.channel().ifPresent(one -> chip(chips, "channel", texts.text("deposit.channel." + one)));
    chip(chips, "certification", shown.certification());
    chip(chips, "since", getSince());
    chip(chips, "until", getUntil());
    chip(chips, "sender", shown.sender());
    return chips;
  }

  private void chip(List<Chip> chips, String filter, String value) {
    if (!value.isEmpty()) {
      chips.add(
          new Chip(texts().text("deposits.filter." + filter), value, listing().without(filter)));
    }
  }

  public List<Head> getHeads() {
    return Stream.concat(
            Stream.of(head("deposit.file", Optional.of(Sort.FILE), "")),
            listing().columns().stream()
                .map(one -> head(one.text(), one.sort(), one.counts() ? "r" : "")))
        .toList();
  }

  private Head head(String text, Optional<Sort> sort, String look) {
    return new Head(
        texts().text(text),
        sort.map(listing()::order).orElse(""),
        sort.map(listing()::turned).orElse(""),
        look);
  }

  /** Columns to choose from. */
  public List<Choice> getColumnChoices() {
    return Stream.of(Column.values())
        .map(one -> new Choice(one.name(), texts().text(one.text()), isShown(one)))
        .toList();
  }

  private boolean isShown(Column column) {
    return listing().columns().contains(column);
  }

  /** Which columns are shown, by their names. */
  public Map<String, Boolean> getShown() {
    return Stream.of(Column.values()).collect(Collectors.toMap(Column::name, this::isShown));
  }

  /** How many rows a page may have. */
  public List<Choice> getSizes() {
    return DepositsListing.SIZES.stream()
        .map(
            size ->
                new Choice(
                    Integer.toString(size), Integer.toString(size), size == listing().size()))
        .toList();
  }

  private Texts texts() {
    return Texts.in(language.getLocale());
  }

  /** Something to choose, by the word that the address has for it. */
  public record Choice(String word, String text, boolean chosen) {}

  /**
   * A filter in force.
   *
   * @param rest what asks for everything that the others let through
   */
  public record Chip(String name, String value, String rest) {}

  /**
   * The top of a column.
   *
   * @param order as {@code aria-sort} says it; empty for one that can't be sorted by
   * @param query asks for the order that its button brings
   * @param look class of the column
   */
  public record Head(String text, String order, String query, String look) {}

  /**
   * Something in the list.
   *
   * @param number as it is shown; empty for what isn't a deposit
   * @param pageOf number of the deposit whose page tells more; 0 for none
   * @param percent how much of it is read; -1 unless it is being read
   * @param size empty where it isn't known
   * @param corrects which deposit it mends, in words; empty for none
   */
  public record Row(
      String fileName,
      String number,
      long pageOf,
      String idFlux,
      String sender,
      boolean trial,
      DepositLook status,
      String certification,
      String accepted,
      String rejected,
      boolean anyRejected,
      int percent,
      String channel,
      String size,
      Instant receivedAt,
      String corrects) {}
}
