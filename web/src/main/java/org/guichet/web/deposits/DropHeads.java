package org.guichet.web.deposits;

import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.spi.JsonProvider;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serial;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.guichet.deposit.boundary.DropPreview;
import org.guichet.deposit.entity.FileAhead;
import org.guichet.flux.Finding;
import org.guichet.flux.FindingTexts;
import org.guichet.platform.entity.OrganisationId;
import org.guichet.web.CurrentVisitor;
import org.guichet.web.PageLanguage;
import org.guichet.web.Texts;

/**
 * Says what a file is before it is sent: {@code /portal/drop-head} takes its first bytes and
 * answers in words, {@code said} for what it is and {@code problem} for what would be refused;
 * {@code certifier} is the matricule that it names.
 */
public class DropHeads extends HttpServlet {
  @Serial private static final long serialVersionUID = 1L;

  /** So many bytes are enough for a header and some passages. */
  static final int BEGINNING = 1 << 18;

  private static final JsonProvider JSON = JsonProvider.provider();
  private static final String SIZE = "Upload-Length";

  @Inject transient DropPreview preview;
  @Inject transient CurrentVisitor visitor;
  @Inject transient PageLanguage language;

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Optional<OrganisationId> sender = visitor.caller().organisation();
    String size = request.getHeader(SIZE);
    if (sender.isEmpty() || size == null || !size.matches("\\d{1,15}")) {
      response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
      return;
    }
    byte[] beginning;
    try (InputStream body = request.getInputStream()) {
      beginning = body.readNBytes(BEGINNING);
    }
    FileAhead ahead =
        preview.read(
            visitor.caller(),
            sender.get(),
            new ByteArrayInputStream(beginning),
            beginning.length,
            Long.parseLong(size),
            language.getLocale());
    JsonObject answer =
        JSON.createObjectBuilder()
            .add("said", said(ahead, Texts.in(language.getLocale())))
            .add("problem", problem(ahead, language.getLocale()))
            .add("certifier", ahead.certifier().map(one -> one.matricule().value()).orElse(""))
            .build();
    byte[] bytes = answer.toString().getBytes(StandardCharsets.UTF_8);
    response.setContentType("application/json");
    response.setHeader("Cache-Control", "no-store");
    response.setContentLength(bytes.length);
    response.getOutputStream().write(bytes);
  }

  private static String said(FileAhead ahead, Texts texts) {
    String passages =
        texts.text(
            ahead.counted() ? "drop.ahead.passages" : "drop.ahead.passages.about",
            ahead.passages());
    return ahead
        .certifier()
        .map(
            certifier ->
                texts.text(
                    ahead.takesBack() ? "drop.ahead.back" : "drop.ahead",
                    certifier.matricule().value(),
                    certifier.name(),
                    String.valueOf(ahead.contract()),
                    passages))
        .orElseGet(
            () -> ahead.complaint().isPresent() ? "" : texts.text("drop.ahead.only", passages));
  }

  /** Empty when nothing speaks against it so far. */
  private static String problem(FileAhead ahead, Locale locale) {
    Texts texts = Texts.in(locale);
    return ahead
        .refusal()
        .map(told -> texts.text("drop.ahead.refused", told.reason(), told.mend()))
        .or(() -> ahead.complaint().map(finding -> complaint(finding, texts)))
        .orElse("");
  }

  private static String complaint(Finding finding, Texts texts) {
    return texts.text(
        "drop.ahead.complaint",
        finding.line(),
        FindingTexts.explanation(finding, texts.language()),
        FindingTexts.mend(finding, texts.language()));
  }
}
