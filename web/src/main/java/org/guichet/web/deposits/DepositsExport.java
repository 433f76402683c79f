package org.guichet.web.deposits;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.guichet.deposit.boundary.DepositList;
import org.guichet.deposit.entity.DepositFilter;
import org.guichet.deposit.entity.DepositRow;
import org.guichet.platform.entity.Page;
import org.guichet.platform.entity.PageRequest;
import org.guichet.platform.entity.Settings;
import org.guichet.web.CurrentVisitor;
import org.guichet.web.PageLanguage;
import org.guichet.web.Sheet;
import org.guichet.web.SheetFile;
import org.guichet.web.Texts;
import org.guichet.web.deposits.DepositsListing.Column;

/**
 * The list of deposits as a file: the same filters, order and columns as the address says, all its
 * pages, written as they are read. {@code /portal/deposits.csv}, {@code /portal/deposits.xlsx}.
 */
public class DepositsExport extends HttpServlet {
  @Serial private static final long serialVersionUID = 1L;

  /** A column of the file. */
  private enum Part {
    NUMBER,
    FILE,
    FLUX,
    STATUS,
    KIND,
    SENDER,
    CHANNEL,
    CERTIFICATION,
    SIZE,
    ACCEPTED,
    REJECTED,
    RECEIVED;

    /** Whether the page shows it in one of these columns; by what it is known is always there. */
    boolean shown(Set<Column> columns) {
      return switch (this) {
        case NUMBER, FILE, FLUX -> true;
        case STATUS, KIND -> columns.contains(Column.STATUS);
        case SENDER -> columns.contains(Column.SENDER);
        case CHANNEL -> columns.contains(Column.SENDER) || columns.contains(Column.CHANNEL);
        case CERTIFICATION -> columns.contains(Column.CERTIFICATION);
        case SIZE -> columns.contains(Column.RECEIVED) || columns.contains(Column.SIZE);
        case ACCEPTED -> columns.contains(Column.ACCEPTED);
        case REJECTED -> columns.contains(Column.REJECTED);
        case RECEIVED -> columns.contains(Column.RECEIVED);
      };
    }
  }

  @Inject transient DepositList search;
  @Inject transient CurrentVisitor visitor;
  @Inject transient PageLanguage language;
  @Inject transient Settings settings;
  @Inject transient Clock clock;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    DepositsListing listing = DepositsListing.asked(request);
    DepositFilter filter =
        listing
            .filter(visitor.caller().organisation(), settings.zone())
            .receivedBefore(clock.instant()); // else pages would shift while they are written
    Texts texts = Texts.in(language.getLocale());
    Page<DepositRow> first = part(filter, 0); // refused before the first byte is written
    LocalDate today = LocalDate.ofInstant(clock.instant(), settings.zone());
    try (Sheet sheet =
        new SheetFile(request, response, texts, settings.zone())
            .begin(texts.text("deposits.file") + "-" + today, texts.text("deposits.title"))) {
      List<Part> parts = parts(listing.columns());
      sheet.head(parts.stream().map(part -> texts.text(key(part))).toList());
      SheetFile.write(
          sheet,
          first,
          from -> part(filter, from),
          row -> parts.stream().map(part -> cell(part, row, texts)).toList());
    }
  }

  private Page<DepositRow> part(DepositFilter filter, int from) {
    return search.search(visitor.caller(), filter, PageRequest.from(from));
  }

  private static List<Part> parts(Set<Column> columns) {
    return Stream.of(Part.values()).filter(part -> part.shown(columns)).toList();
  }

  private static String key(Part part) {
    return "deposits.column." + part.name().toLowerCase(Locale.ROOT);
  }

  private static Object cell(Part part, DepositRow row, Texts texts) {
    return switch (part) {
      case NUMBER -> row.number() == 0 ? "" : row.number();
      case FILE -> row.fileName();
      case FLUX -> row.idFlux().orElse("");
      case STATUS -> texts.text("deposit.status." + row.standing());
      case KIND -> texts.text("deposit.kind." + row.kind());
      case SENDER -> row.sender();
      case CHANNEL -> texts.text("deposit.channel." + row.channel());
      case CERTIFICATION -> String.join(", ", row.certifications());
      case SIZE -> row.size();
      case ACCEPTED -> row.accepted();
      case REJECTED -> row.rejected();
      case RECEIVED -> row.receivedAt();
    };
  }
}
