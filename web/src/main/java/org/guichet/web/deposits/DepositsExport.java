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

/**
 * The list of deposits as a file: the same filters and order as the address says, all its pages,
 * written as they are read. {@code /portal/deposits.csv}, {@code /portal/deposits.xlsx}.
 */
public class DepositsExport extends HttpServlet {
  @Serial private static final long serialVersionUID = 1L;

  private static final List<String> COLUMNS =
      List.of(
          "number",
          "file",
          "flux",
          "status",
          "kind",
          "sender",
          "channel",
          "certification",
          "size",
          "accepted",
          "rejected",
          "received");

  @Inject transient DepositList search;
  @Inject transient CurrentVisitor visitor;
  @Inject transient PageLanguage language;
  @Inject transient Settings settings;
  @Inject transient Clock clock;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    DepositFilter filter =
        DepositsListing.asked(request)
            .filter(visitor.caller().organisation(), settings.zone())
            .receivedBefore(clock.instant()); // else pages would shift while they are written
    Texts texts = Texts.in(language.getLocale());
    Page<DepositRow> first = part(filter, 0); // refused before the first byte is written
    LocalDate today = LocalDate.ofInstant(clock.instant(), settings.zone());
    try (Sheet sheet =
        new SheetFile(request, response, texts, settings.zone())
            .begin(texts.text("deposits.file") + "-" + today, texts.text("deposits.title"))) {
      sheet.head(COLUMNS.stream().map(one -> texts.text("deposits.column." + one)).toList());
      SheetFile.write(sheet, first, from -> part(filter, from), row -> cells(row, texts));
    }
  }

  private Page<DepositRow> part(DepositFilter filter, int from) {
    return search.search(visitor.caller(), filter, PageRequest.from(from));
  }

  private static List<Object> cells(DepositRow row, Texts texts) {
    return Stream.<Object>of(
            row.number() == 0 ? "" : row.number(),
            row.fileName(),
            row.idFlux().orElse(""),
            texts.text("deposit.status." + row.standing()),
            texts.text("deposit.kind." + row.kind()),
            row.sender(),
            texts.text("deposit.channel." + row.channel()),
            String.join(", ", row.certifications()),
            row.size(),
            row.accepted(),
            row.rejected(),
            row.receivedAt())
        .toList();
  }
}
