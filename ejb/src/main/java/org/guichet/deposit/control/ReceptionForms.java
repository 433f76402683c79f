package org.guichet.deposit.control;

import jakarta.json.spi.JsonProvider;
import jakarta.json.stream.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.guichet.deposit.entity.Deposit;
import org.guichet.deposit.entity.DepositView;
import org.guichet.deposit.entity.Refusal;
import org.guichet.deposit.entity.RefusalCode;
import org.guichet.platform.entity.Sha256;
import org.guichet.platform.entity.SpreadsheetText;
import org.guichet.receipt.entity.ReceiptView;

/** An accusé de réception for programs and spreadsheets: the same values as its XML. */
public final class ReceptionForms {
  private static final JsonProvider JSON = JsonProvider.provider();

  private ReceptionForms() {}

  /** One object. Leaves the stream open. */
  public static void json(
      Deposit deposit, ReceiptView given, ZoneId zone, Locale language, OutputStream out)
      throws IOException {
    Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    JsonGenerator json = JSON.createGenerator(writer);
    json.writeStartObject();
    json.write("language", PaperTexts.in(language).locale().getLanguage());
    json.write("ok", given.ok());
    json.write("trial", given.trial());
    json.write("deposit", deposit.number());
    json.write("size", deposit.size());
    values(deposit, given, zone, language).forEach((name, value) -> json.write(name, value));
    json.writeEnd();
    json.flush();
    writer.flush();
  }

  /** A head and one row, as French spreadsheets open them. Leaves the stream open. */
  public static void csv(
      Deposit deposit, ReceiptView given, ZoneId zone, Locale language, OutputStream out)
      throws IOException {
    PaperTexts texts = PaperTexts.in(language);
    Map<String, String> cells = new LinkedHashMap<>();
    cells.put("outcome", given.ok() ? "OK" : "KO");
    cells.put("deposit", Long.toString(deposit.number()));
    cells.put("size", Long.toString(deposit.size()));
    cells.putAll(values(deposit, given, zone, language));
    Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    writer.write('\uFEFF'); // Excel takes a file without one for an ANSI one
    CSVPrinter csv = new CSVPrinter(writer, CSVFormat.RFC4180.builder().setDelimiter(';').get());
    csv.printRecord(cells.keySet().stream().map(name -> texts.text("column." + name)));
    csv.printRecord(cells.values().stream().map(SpreadsheetText::harmless));
    csv.flush();
  }

  private static Map<String, String> values(
      Deposit deposit, ReceiptView given, ZoneId zone, Locale language) {
    DepositView view = deposit.view();
    Map<String, String> values = new LinkedHashMap<>();
    values.put("number", given.number());
    values.put("message", message(deposit, given, PaperTexts.in(language).locale()));
    values.put("code", given.code() == null ? "" : given.code());
    values.put("sender", view.sender().value());
    values.put("certifier", view.certifier().orElse(""));
    values.put("contract", view.contract().orElse(""));
    values.put("idFlux", view.idFlux().orElse(""));
    values.put("fileName", view.fileName());
    values.put("sha256", view.sha256().map(Sha256::hex).orElse(""));
    values.put("droppedAt", view.receivedAt().atZone(zone).toOffsetDateTime().toString());
    values.put("issuedAt", given.issuedAt().atZone(zone).toOffsetDateTime().toString());
    return values;
  }

  private static String message(Deposit deposit, ReceiptView given, Locale language) {
    if (given.ok()) {
      return RefusalTexts.answer(given.trial() ? "OK.trial" : "OK", List.of(), language);
    }
    RefusalCode code = deposit.refusal().orElse(RefusalCode.GIVEN_UP);
    return RefusalTexts.reason(new Refusal(code, given.arguments(), 0, 0), language)
        + " "
        + RefusalTexts.mend(code, language);
  }
}
