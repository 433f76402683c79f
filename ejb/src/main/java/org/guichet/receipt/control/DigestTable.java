package org.guichet.receipt.control;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.guichet.platform.entity.DayText;
import org.guichet.receipt.entity.DigestEntry;
import org.guichet.receipt.entity.Gist;
import org.guichet.receipt.entity.ReceiptKind;

/** What a digest quotes: one row for each drop, with the last that is known of it. */
public final class DigestTable {
  /** A longer table is read by nobody, and by some mail programs neither. */
  static final int ROWS_AT_MOST = 300;

  private static final Map<String, DateTimeFormatter> TIMES =
      Map.of(
          "fr", DateTimeFormatter.ofPattern("dd/MM HH:mm", Locale.FRENCH),
          "en", DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ENGLISH));

  private final List<DigestEntry> drops;
  private final ZoneId zone;
  private final String language;

  private DigestTable(List<DigestEntry> drops, ZoneId zone, String language) {
    this.drops = drops;
    this.zone = zone;
    this.language = language;
  }

  /**
   * The table of {@code entries}.
   *
   * @param entries in the order in which they were noted
   * @param language of the reader; French where there are no texts in it
   */
  public static DigestTable of(List<DigestEntry> entries, ZoneId zone, Locale language) {
    Map<UUID, DigestEntry> last = new LinkedHashMap<>();
    for (DigestEntry entry : entries) {
      last.merge(entry.occasion(), entry, DigestTable::further);
    }
    return new DigestTable(
        List.copyOf(last.values()), zone, language.getLanguage().equals("en") ? "en" : "fr");
  }

  private static DigestEntry further(DigestEntry one, DigestEntry other) {
    return one.kind() == ReceiptKind.PROCESSING ? one : other;
  }

  /** What its texts quote beside the rows. */
  public Map<String, String> arguments(String organisation, Instant until, String publicUrl) {
    long ko = drops.stream().filter(drop -> drop.gist().outcome().ko()).count();
    int more = drops.size() - ROWS_AT_MOST;
    return Map.of(
        "organisation",
        organisation,
        "day",
        DayText.day(LocalDate.ofInstant(until, zone), Locale.forLanguageTag(language)),
        "deposits",
        Integer.toString(drops.size()),
        "ko",
        Long.toString(ko),
        "toMend",
        ko == 0 ? "" : Long.toString(ko),
        "nothingToMend",
        ko == 0 ? "0" : "",
        "shown",
        more > 0 ? Integer.toString(ROWS_AT_MOST) : "",
        "more",
        more > 0 ? Integer.toString(more) : "",
        "publicUrl",
        publicUrl);
  }

  public List<Map<String, String>> rows() {
    return drops.stream().limit(ROWS_AT_MOST).map(this::row).toList();
  }

  private Map<String, String> row(DigestEntry drop) {
    Gist gist = drop.gist();
    boolean judged = drop.kind() == ReceiptKind.PROCESSING;
    return Map.of(
        "number", Long.toString(gist.number()),
        "droppedAt", in(TIMES).format(gist.droppedAt().atZone(zone)),
        "fileName", gist.fileName(),
        "sender", gist.sender(),
        "outcome", gist.outcome().name(),
        "mark", drop.trial() ? "TRIAL" : "",
        "accepted", judged ? Integer.toString(gist.accepted()) : "",
        "rejected", judged ? Integer.toString(gist.rejected()) : "");
  }

  private DateTimeFormatter in(Map<String, DateTimeFormatter> formats) {
    return Objects.requireNonNull(formats.get(language));
  }
}
